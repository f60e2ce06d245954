package nl.samenkomst.domain.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Reason;
import org.jspecify.annotations.Nullable;

/** Reads and writes the admission rule in the fields of a session document. */
final class AdmissionFields {

    private static final String REVIEWED = "reviewed";
    private static final String INVITED = "invited";

    private AdmissionFields() {}

    static Admission parse(Fields fields) {
        String admission = fields.oneOf("admission", List.of("open", REVIEWED, INVITED));
        Set<String> domains = domains(fields);
        boolean holdsPlace = fields.flag("reviewHoldsPlace", true);
        if (admission.equals(REVIEWED)) {
            return new Admission.Reviewed(domains, holdsPlace);
        }
        if (!domains.isEmpty()) {
            fields.problem("admitDomains", Reason.USELESS, "with", "admission: reviewed");
        }
        if (!holdsPlace) {
            fields.problem("reviewHoldsPlace", Reason.USELESS, "with", "admission: reviewed");
        }
        return admission.equals(INVITED) ? new Admission.Invited() : new Admission.Open();
    }

    static void write(Admission admission, Map<String, @Nullable Object> tree) {
        Optional<Admission.Reviewed> rule =
                admission instanceof Admission.Reviewed reviewed ? Optional.of(reviewed) : Optional.empty();
        tree.put("admission", admission.word());
        tree.put(
                "admitDomains",
                rule.map(reviewed -> List.copyOf(new TreeSet<>(reviewed.domains())))
                        .orElse(List.of()));
        tree.put("reviewHoldsPlace", rule.map(Admission.Reviewed::holdsPlace).orElse(true));
    }

    private static Set<String> domains(Fields fields) {
        Set<String> domains = new TreeSet<>();
        List<String> typed = fields.lines("admitDomains", SessionDocumentFields.MAX_ENTRIES, EmailAddress.MAX_LENGTH);
        for (int i = 0; i < typed.size(); i++) {
            Optional<String> domain = EmailAddress.parseDomain(typed.get(i));
            if (domain.isEmpty()) {
                fields.problemAt("admitDomains", i, Reason.INVALID, "expected", "gemeente.example.org");
            } else if (!domains.add(domain.get())) {
                fields.problemAt("admitDomains", i, Reason.DUPLICATE);
            }
        }
        return domains;
    }
}
