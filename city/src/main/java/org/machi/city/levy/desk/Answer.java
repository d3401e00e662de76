package org.machi.city.levy.desk;

import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The answer to a form: back to the page that showed it, with what was done, or with what spoke
 * against it and the fields as they were typed.
 */
record Answer(String path, RedirectAttributes next) {

    static Answer to(String path, RedirectAttributes next) {
        return new Answer(path, next);
    }

    String with(Asked form, Supplier<Outcome> deed) {
        Outcome outcome;
        try {
            outcome = deed.get();
        } catch (Asked.Unreadable e) {
            outcome = new Outcome.Refused(String.valueOf(e.getMessage()));
        }
        switch (outcome) {
            case Outcome.Done done -> next.addFlashAttribute("done", done.what());
            case Outcome.Refused refused -> {
                next.addFlashAttribute("fault", refused.why());
                next.addFlashAttribute("asked", form.fields());
            }
        }
        return "redirect:" + path;
    }
}
