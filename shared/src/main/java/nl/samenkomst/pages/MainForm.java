package nl.samenkomst.pages;

/**
 * The form of a page whose contents survive a change of language.
 *
 * @param id the form's id
 * @param heading the id of its heading
 * @param title the text of its heading
 * @param page the address of the page without a language, which a GET opens with an empty form
 */
public record MainForm(String id, String heading, String title, String page) {}
