package nl.samenkomst.organiserpages;

import nl.samenkomst.texts.Texts;

/** A page about the door, or about the lists that are taken along; these share a catalogue. */
public interface DoorTexts extends OrganiserPage {

    /** The texts of these pages. */
    Texts DOOR = new Texts("door");

    /** Returns a text of these pages. */
    default String say(String key, Object... namesAndValues) {
        return DOOR.text(language(), key, namesAndValues);
    }
}
