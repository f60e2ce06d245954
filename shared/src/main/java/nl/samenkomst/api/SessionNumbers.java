package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;

/** The numbers of a session's registrations, by the API's words; they stay when the registrations are deleted. */
public final class SessionNumbers {

    private SessionNumbers() {}

    /** Returns how many registrations are in each state, in the order of {@code RegistrationState.WORDS}. */
    public static Map<String, Integer> perState(Places places) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("confirmed", places.taken() - places.count(Count.HELD));
        numbers.put("waitlisted", places.waiting());
        numbers.put("under-review", places.count(Count.REVIEWING));
        numbers.put("declined", places.count(Count.DECLINED));
        numbers.put("cancelled", places.count(Count.CANCELLED));
        numbers.put("invited", places.count(Count.INVITED));
        numbers.put("not-coming", places.count(Count.NOT_COMING));
        numbers.put("revoked", places.count(Count.REVOKED));
        return numbers;
    }

    /** Returns how many people have not confirmed their address, and how many of them have a place. */
    public static Map<String, Integer> unconfirmed(Places places) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("registrations", places.count(Count.UNCONFIRMED));
        numbers.put("places", places.count(Count.UNCONFIRMED_PLACES));
        return numbers;
    }

    /** Returns how many people the organiser marked as present and as absent. */
    public static Map<String, Integer> presence(Places places) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("present", places.count(Count.PRESENT));
        numbers.put("absent", places.count(Count.ABSENT));
        return numbers;
    }

    /** Returns how many registrations' letters came back or were reported, by the words of their field {@code mail}. */
    public static Map<String, Integer> mail(Places places) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("bounced", places.count(Count.BOUNCED));
        numbers.put("complained", places.count(Count.COMPLAINED));
        return numbers;
    }
}
