package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local's own access to its data, but for what a table is: DynamoDB Local 2.6.1 asks that several times in each
 * call, and each time reads it as JSON from SQLite in another thread.
 */
final class KnownTables implements InvocationHandler {

    private static final Set<String> CHANGES =
            Set.of("createTable", "deleteTable", "updateTable", "createGSIColumns", "backfillGSI", "deleteGSI");

    private final LocalDBAccess access;
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    private KnownTables(LocalDBAccess access) {
        this.access = access;
    }

    /** Wraps the access to data of which nobody else changes a table. */
    static LocalDBAccess of(LocalDBAccess access) {
        return (LocalDBAccess) Proxy.newProxyInstance(
                LocalDBAccess.class.getClassLoader(), new Class<?>[] {LocalDBAccess.class}, new KnownTables(access));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getReturnType() == TableInfo.class && arguments != null) {
            Object before = known.get(arguments[0]);
            if (before != null) {
                return before;
            }
        }
        try {
            Object result = method.invoke(access, arguments);
            if (result instanceof TableInfo && arguments != null) {
                known.put(arguments[0], result);
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            if (CHANGES.contains(method.getName())) {
                known.clear();
            }
        }
    }
}
