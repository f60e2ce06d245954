package nl.samenkomst.local.benchmark;

import java.util.Locale;

/**
 * AWS prices of what the desk uses, in US dollars without tax, in eu-west-1 (Ireland) and on arm64.
 *
 * <p>Looked up on 22 November 2026, in copies of the AWS Price List that name its versions ({@code
 * https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonDynamoDB/20260911124422/eu-west-1/index.json} is one of
 * them). {@code published} is the date of that version. An allowance is what every account gets free each month without
 * end; first-year offers and credits do not count.
 */
enum Price {
    /** AWSLambda, EU-Request-ARM; https://aws.amazon.com/lambda/pricing/ lists both allowances. */
    INVOCATIONS("Lambda, invocations", "", 0.20, 1_000_000, 1_000_000, "2026-10-01"),
    /** AWSLambda, EU-Lambda-GB-Second-ARM. SnapStart is free for Java (AWS, 28 November 2022). */
    GIGABYTE_SECONDS("Lambda, memory for a time", "GB-s", 13.3334, 1_000_000, 400_000, "2026-10-01"),
    /** AmazonApiGateway, EU-ApiGatewayHttpRequest, per 512 kB; the million free calls are for the first year only. */
    REQUESTS("HTTP API, requests", "", 1.11, 1_000_000, 0, "2026-10-02"),
    /** AWSDataTransfer, EU-DataTransfer-Out-Bytes; 100 GB a month are free for all services together. */
    GIGABYTES_OUT("Answers, to the internet", "GB", 0.09, 1, 100, "2026-09-16"),
    /**
     * AmazonDynamoDB, EU-ReadRequestUnits; the allowance is for provisioned capacity only, which the table does not
     * use.
     */
    READ_UNITS("DynamoDB, read units", "", 0.1415, 1_000_000, 0, "2026-09-11"),
    /** AmazonDynamoDB, EU-WriteRequestUnits. Stream reads by Lambda and deletions by TTL are free. */
    WRITE_UNITS("DynamoDB, write units", "", 0.705, 1_000_000, 0, "2026-09-11"),
    /**
     * AmazonSES, Essentials-Outbound-Email: the price for accounts that first send after 21 July 2026; older ones pay
     * $0.10, and $0.12 per GB of attachments. Read for us-east-1; not confirmed for eu-west-1, nor is the price of
     * data.
     */
    LETTERS("SES, letters", "", 0.16, 1_000, 0, "2026-07-22"),
    /** Amazon SNS, standard topics; not confirmed for eu-west-1. Deliveries to Lambda are free. */
    NOTIFICATIONS("SNS, notifications", "", 0.50, 1_000_000, 1_000_000, "2026-06-13"),
    /** AmazonCloudWatch, EU-DataProcessing-Bytes; the 5 GB allowance covers both writing and storing. */
    GIGABYTES_LOGGED("CloudWatch, logs written", "GB", 0.57, 1, 5, "2026-09-22"),
    /** Amazon EventBridge Scheduler, in us-east-1 as of March 2026; not confirmed for eu-west-1. */
    SCHEDULE_RUNS("Scheduler, invocations", "", 1.00, 1_000_000, 14_000_000, "2026-03-13"),
    /** AmazonCloudWatch, EU-CW:AlarmMonitorUsage. */
    ALARMS("CloudWatch, alarms", "", 0.10, 1, 10, "2026-09-22"),
    /** AmazonCloudWatch, EU-CW:MetricMonitorUsage; an hour without data costs nothing. */
    METRICS("CloudWatch, metrics of our own", "", 0.30, 1, 10, "2026-09-22"),
    /** AmazonDynamoDB, EU-TimedStorage-ByteHrs. */
    GIGABYTES_STORED("DynamoDB, the table", "GB", 0.283, 1, 25, "2026-09-11"),
    /** AmazonDynamoDB, EU-TimedPITRStorage-ByteHrs. */
    GIGABYTES_RESTORABLE("DynamoDB, any second of 35 days", "GB", 0.22, 1, 0, "2026-09-11");

    static final double GIGABYTE = 1 << 30;

    private final String what;
    private final String unit;
    private final double dollars;
    private final int perQuantity;
    private final double freeEachMonth;
    private final String published;

    Price(String what, String unit, double dollars, int perQuantity, double freeEachMonth, String published) {
        this.what = what;
        this.unit = unit;
        this.dollars = dollars;
        this.perQuantity = perQuantity;
        this.freeEachMonth = freeEachMonth;
        this.published = published;
    }

    /** Returns the price of this quantity in a month, in dollars, ignoring the allowance. */
    double atListPrice(double quantity) {
        return quantity * dollars / perQuantity;
    }

    /** Returns the price of the part of this quantity that exceeds the monthly allowance, in dollars. */
    double beyondTheAllowance(double quantity) {
        return atListPrice(Math.max(0, quantity - freeEachMonth));
    }

    /** Returns a row of a bill, in Markdown. */
    String line(double quantity) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.4f | %.4f |%n",
                what,
                measured(quantity),
                inWords(),
                published,
                atListPrice(quantity),
                beyondTheAllowance(quantity));
    }

    private String measured(double quantity) {
        return unit.equals("GB")
                ? String.format(Locale.ROOT, "%.4f GB", quantity)
                : String.format(Locale.ROOT, "%,.0f %s", quantity, unit).strip();
    }

    private String inWords() {
        String number = switch (perQuantity) {
            case 1 -> unit.isEmpty() ? "each" : "a " + unit;
            case 1_000 -> "a thousand";
            default -> "a million";
        };
        // As published: all digits of 0.1415, but 0.20 instead of 0.2.
        String price = dollars * 100 == Math.rint(dollars * 100)
                ? String.format(Locale.ROOT, "%.2f", dollars)
                : String.valueOf(dollars);
        return price + " " + number;
    }
}
