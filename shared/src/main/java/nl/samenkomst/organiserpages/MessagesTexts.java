package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;

/** What the pages about messages share. */
public interface MessagesTexts extends OrganiserPage {

    /** The texts of these pages. */
    Texts TEXTS = new Texts("messages");

    /** Returns the session whose people the messages are for. */
    Session about();

    @Override
    default Optional<Session> session() {
        return Optional.of(about());
    }

    default String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns the text for one, or that for another number. */
    default String count(String key, int number) {
        return number == 1 ? TEXTS.text(language(), key + ".one") : TEXTS.text(language(), key, "number", number);
    }

    /** Returns the words for those whom a message is for, such as <i>everybody who has a place</i>. */
    default String readers(MessageAudience to) {
        String who = to.present()
                .map(there -> say(there ? "to.came" : "to.absent"))
                .orElseGet(() -> to.groups().isEmpty()
                        ? say("to.all")
                        : String.join(
                                ", ", to.groups().stream().map(this::readers).toList()));
        if (to.themes().isEmpty()) {
            return who;
        }
        String themes = String.join(
                ", ",
                to.themes().stream()
                        .map(id ->
                                about().document().theme(id).map(Theme::title).orElseGet(id::value))
                        .toList());
        return say("to.at-theme", "who", who, "theme", themes);
    }

    /** Returns the words for everybody in a group. */
    default String readers(MessageGroup group) {
        return say("to." + group.word());
    }
}
