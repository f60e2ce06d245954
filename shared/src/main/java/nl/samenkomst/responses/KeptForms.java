package nl.samenkomst.responses;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.http.Request;
import nl.samenkomst.organiserpages.KeptForm;
import nl.samenkomst.organiserpages.KeptForm.Missing;

/** Reads the form of a request that is not admitted. */
final class KeptForms {

    /** The field for the code of a mail or an app, or a recovery code: never shown again. */
    private static final String CODE = "code";

    private KeptForms() {}

    /** Returns the request's form; the text of a chosen file becomes a field like any other. */
    static KeptForm of(Request request) {
        if (request.body().filter(content -> content.size() > 0).isEmpty()) {
            return new KeptForm(Map.of(), false, Missing.NOTHING);
        }
        return Body.form(request, Body.MAX) instanceof Body.Read<Map<String, String>> read
                ? of(request, read.value())
                : new KeptForm(Map.of(), false, Missing.EVERYTHING);
    }

    private static KeptForm of(Request request, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.remove(CODE);
        boolean isMultipart = request.isOfType("multipart/form-data");
        String file = isMultipart ? file(request) : "";
        if (!isText(file)) {
            return new KeptForm(fields, isMultipart, Missing.FILE);
        }
        if (!file.isEmpty()) {
            fields.put(Body.FILE, file);
        }
        return new KeptForm(fields, isMultipart, Missing.NOTHING);
    }

    private static String file(Request request) {
        return Body.formWithFile(request, Body.MAX) instanceof Body.Read<Map<String, String>> read
                ? read.value().getOrDefault(Body.FILE, "")
                : "";
    }

    private static boolean isText(String file) {
        return file.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
