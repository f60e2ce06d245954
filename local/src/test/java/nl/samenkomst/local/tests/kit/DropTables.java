package nl.samenkomst.local.tests.kit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Drops the tables of each test class after it; JUnit loads this by {@code junit-platform.properties}. */
public final class DropTables implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext testClass) {
        FreshTable.dropAll();
    }
}
