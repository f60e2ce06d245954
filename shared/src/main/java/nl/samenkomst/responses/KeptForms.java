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

    /** Returns the request's form. */
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
        return new KeptForm(fields, request.isOfType("multipart/form-data"), Missing.NOTHING);
    }
}
