package org.machi.city.koki.notices;

import org.machi.platform.forms.Undrawable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** No font at hand can draw a character of the letter, so it is not printed with a substitute. */
public final class Unprintable extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    Unprintable(Undrawable character) {
        super(
                HttpStatus.CONFLICT,
                "%sに描けない文字（%s）があるため印刷できません。文字の確認を担当課へ依頼してください。"
                        .formatted(character.field(), character.codePoints()));
    }
}
