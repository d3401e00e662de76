package org.machi.formats.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.number.MunicipalityCode;

/**
 * The name of a file. {@code <種別>_<送信元>_<送信先>_<通番6桁>.csv} or {@code .txt} (全銀); pension files have
 * their real names {@code Z3?nnnnn.DTA}, whose serial stands in the control record.
 *
 * @param kind 種別
 * @param from sender
 * @param to receiver
 * @param serial 通番; 0 for a pension file
 */
public record FileName(FileKind kind, String from, String to, int serial) {
    private static final Pattern ENVELOPE =
            Pattern.compile(
                    "([A-Z][A-Z0-9_]*)_([0-9A-Z]{2,8})_([0-9A-Z]{2,8})_([0-9]{6})\\.(csv|txt)");
    private static final Pattern PENSION = Pattern.compile("(Z3[0-9A-Z])([0-9]{5})\\.DTA");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{2,8}");

    public static FileName of(FileHeader header) {
        return new FileName(header.kind(), header.from(), header.to(), header.serial());
    }

    /** Whether the text may be the code of an organisation in headers and names. */
    public static boolean isOrganisation(String code) {
        return ORGANISATION.matcher(code).matches();
    }

    /** Reads a name (without folder); refuses one that no rule produces. */
    public static FileName parse(String name) {
        Matcher pension = PENSION.matcher(name);
        if (pension.matches()) {
            return pension(name, pension);
        }
        Matcher envelope = ENVELOPE.matcher(name);
        if (envelope.matches()) {
            FileKind kind = FileKind.find(envelope.group(1)).orElseThrow(() -> refused(name));
            FileName parsed =
                    new FileName(
                            kind,
                            envelope.group(2),
                            envelope.group(3),
                            Integer.parseInt(envelope.group(4)));
            boolean ownName = kind.codec() != FileKind.Codec.PENSION;
            if (ownName && parsed.text().equals(name) && parsed.serial() > 0) {
                return parsed;
            }
        }
        throw refused(name);
    }

    private static FileName pension(String name, Matcher matcher) {
        FileKind kind = FileKind.find(matcher.group(1)).orElseThrow(() -> refused(name));
        String city = MunicipalityCode.ofFive(matcher.group(2)).text();
        boolean fromCity = kind.sender() == Party.CITY;
        return new FileName(
                kind,
                fromCity ? city : Party.NENKIN.name(),
                fromCity ? Party.NENKIN.name() : city,
                0);
    }

    private static FormatException refused(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        return new FormatException(Finding.refuse(0, "ファイル名", shown, "ファイル名が規則に合いません"));
    }

    /** The municipality's five digits, for a pension file. */
    public String municipality() {
        return (kind.sender() == Party.CITY ? from : to).substring(0, 5);
    }

    /** The name as it stands in the folder. */
    public String text() {
        return switch (kind.codec()) {
            case CSV -> envelope("csv");
            case ZENGIN -> envelope("txt");
            case PENSION -> kind.name() + municipality() + ".DTA";
        };
    }

    private String envelope(String extension) {
        return "%s_%s_%s_%06d.%s".formatted(kind.name(), from, to, serial, extension);
    }
}
