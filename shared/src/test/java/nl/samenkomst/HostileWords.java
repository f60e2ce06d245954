package nl.samenkomst;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Hostile inputs: markup, script, template syntax, headers, calendar lines, formulas and directional characters. */
public final class HostileWords {

    /** One of each kind, for tests in which all would take too long. */
    private static final List<String> IN_SHORT = List.of(
            "Evil\r\nBcc: victim@example.net",
            "Evil\rBcc: victim@example.net",
            "Evil\nBcc: victim@example.net\n\nbody",
            "Ünicode\r\n Bcc: victim@example.net",
            "Doe, \"John\" (x) <y@example.net>",
            "John\" <victim@example.net>, \"x",
            "back\\slash \\\" ; : , \\n",
            "=?UTF-8?B?RXZpbA0KQmNjOiB2aWN0aW1AZXhhbXBsZS5uZXQ=?=",
            "é =?UTF-8?Q?fake?=",
            "--=_samenkomst--",
            "x\r\n--=_samenkomst\r\nContent-Type: text/html\r\n\r\n<b>",
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
            "x\\nEND:VCALENDAR^n^'^^",
            "a;CN=b:mailto:victim@example.net",
            "<script>alert(1)</script> & \"'</p></dl>",
            "${1+1} {title} {link} {name} @if(true)",
            "\u202Egnp.exe\u2066x\u2069",
            "null\0byte\u0007\u001B[31m",
            "line\u2028para\u2029next\u0085nel\u000Bvt",
            "\uD800lone",
            "\uFFFE\uFFFF",
            "🙂👩‍👩‍👧".repeat(40),
            "مرحبا بكم في الاجتماع",
            "Ä".repeat(400),
            "a".repeat(1200),
            "word ".repeat(200),
            "");

    private static final List<String> MORE = List.of(
            "<script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "</style><style>*{display:none}",
            "</textarea><img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "\" autofocus onfocus=\"alert(1)",
            "<a href=\"javascript:alert(1)\">",
            "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "<!-- --><!--",
            "--><script>alert(1)</script>",
            "<![CDATA[x]]>",
            "]]></summary><entry>",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "<form action=https://evil.example><input name=email>",
            "<base href=https://evil.example/>",
            "<meta http-equiv=refresh content=0>",
            "<iframe srcdoc='x'>",
            "<details open ontoggle=alert(1)>",
            "</p></dd></dl></main></body></html>",
            "<p><div><table><tr><td>",
            "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;",
            "&colon;&NewLine;&#x0;",
            "${1+1} ${page.title()} $unsafe{x}",
            "@if(true) @endif @template.pages.layout() !{int x;}",
            "{title} {name} {moment} {organiser}",
            "{{constructor.constructor('x')()}}",
            "%s %n %1$s %00",
            "Evil\rX: y",
            "Evil\n\nbody",
            "x\r\n--=_samenkomst--\r\n",
            "=?UTF-8?B?RXZpbA==?=",
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\",\"=HYPERLINK(\"\"https://evil.example\"\")",
            "';DROP TABLE sessions;--",
            "../../etc/passwd",
            "\"}],\"errors\":[{\"",
            "{\"$ref\":\"#/x\"}",
            "</script><script>alert(1)",
            "<!--<script>",
            "\u202Egnp.exe",
            "\u2066x\u2069\u200F",
            "\u202A\u202B\u202D",
            "null\u0000byte",
            "\u0007\u001B[31mred",
            "line\u2028para\u2029next\u0085nel\u000Bvt\f",
            "lone\uDC00",
            "\uFFFE\uFFFF\uFEFF",
            "שלום לכולם",
            "🙂👩‍👩‍👧🏳️‍🌈",
            "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
            "İıſK",
            "\u00AD\u200B\u200D\u2060",
            "Ä".repeat(300),
            "a".repeat(300),
            "woord ".repeat(50));

    private HostileWords() {}

    public static Stream<String> inShort() {
        return IN_SHORT.stream();
    }

    /** Returns over 500 inputs: each alone, in a sentence, twice, in capitals, right to left, on two lines, quoted. */
    public static Stream<String> all() {
        List<String> all = new ArrayList<>();
        for (String words : Stream.concat(IN_SHORT.stream(), MORE.stream())
                .filter(words -> !words.isEmpty())
                .toList()) {
            all.add(words);
            all.add("Leren van " + words + " in de buurt");
            all.add(words + words);
            all.add(words.toUpperCase(Locale.ROOT));
            all.add("\u2067" + words + "\u2069");
            all.add(words + "\n" + words);
            all.add("\"" + words + "'");
            all.add("<b>" + words);
        }
        return all.stream().distinct();
    }
}
