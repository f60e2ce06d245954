package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.evaluation.Evaluations;
import nl.samenkomst.domain.evaluation.UnsignedAnswers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers to the questions for afterwards in the table, each an item of its own. */
public final class DynamoDbEvaluations implements Evaluations {

    private final Table table;
    private final RandomGenerator random;

    /** Makes the ids of the answers from {@code random}, so it must be a secure source. */
    public DynamoDbEvaluations(DynamoDbClient client, String tableName, RandomGenerator random) {
        this.table = new Table(client, tableName);
        this.random = random;
    }

    @Override
    public WriteResult store(Session current, RegistrationChange change, List<UnsignedAnswers> answers, Instant now) {
        if (DynamoDbRegistrations.isComputedLater(current, change)) {
            return DynamoDbRegistrations.COMPUTED_LATER;
        }
        Table.Transaction transaction = table.transaction();
        DynamoDbRegistrations.write(current, change, now, transaction);
        for (UnsignedAnswers one : answers) {
            transaction.put(EvaluationItem.write(current, one, random), Keys.isNew());
        }
        return transaction.commit();
    }

    @Override
    public Iterable<UnsignedAnswers> all(SessionId session, Instant now) {
        return () -> table.all(table.query(EvaluationItem.all(session)))
                .filter(item -> EvaluationItem.isLasting(item) || Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, EvaluationItem::read).stream())
                .iterator();
    }
}
