package dev.forewarn.city;

import java.util.Arrays;

/**
 * What is kept of each business between months, in arrays: some sixty bytes each. A place outlives its business: where
 * one closes, another opens a month later, so that the city keeps its size.
 */
final class Businesses {

    private final Trade[] trade;
    private final Size[] size;
    private final Form[] form;
    private final boolean[] isSilent;
    private final float[] proneness;
    private final int[] established;
    private final int[] closed;
    private final int[] licenceEnd;
    private final byte[] licenceRevision;
    private final byte[] licenceNumber;
    private final int[] reportDay;
    private final int[] listedUntil;
    private final int[] episodeBegin;
    private final int[] episodeEnd;
    private final Group[] episodeCause;
    private final float[] episodeStrength;
    private final short[] generation;
    private final int[] records;

    Businesses(int count) {
        trade = new Trade[count];
        size = new Size[count];
        form = new Form[count];
        isSilent = new boolean[count];
        proneness = new float[count];
        established = new int[count];
        closed = new int[count];
        licenceEnd = new int[count];
        licenceRevision = new byte[count];
        licenceNumber = new byte[count];
        reportDay = new int[count];
        listedUntil = new int[count];
        episodeBegin = new int[count];
        episodeEnd = new int[count];
        episodeCause = new Group[count];
        episodeStrength = new float[count];
        generation = new short[count];
        records = new int[count];
        Arrays.fill(closed, CityDays.NEVER);
    }

    int count() {
        return trade.length;
    }

    /** What a business is born with. */
    record Birth(
            Trade trade, Size size, Form form, boolean isSilent, double proneness, int established, int licenceEnd) {}

    void open(int place, Birth birth) {
        trade[place] = birth.trade();
        size[place] = birth.size();
        form[place] = birth.form();
        isSilent[place] = birth.isSilent();
        proneness[place] = (float) birth.proneness();
        established[place] = birth.established();
        closed[place] = CityDays.NEVER;
        licenceEnd[place] = birth.licenceEnd();
        licenceRevision[place] = 0;
        licenceNumber[place] = 1;
        reportDay[place] = CityDays.NEVER;
        listedUntil[place] = Integer.MIN_VALUE;
        episodeBegin[place] = CityDays.NEVER;
        episodeEnd[place] = CityDays.NEVER;
        records[place] = 0;
    }

    /** Makes room for the next business at the place. */
    void succeed(int place) {
        generation[place]++;
    }

    /** Which business at its place this is, from 0. */
    int generation(int place) {
        return generation[place];
    }

    /** A number that no other business has. */
    long number(int place) {
        return number(place, generation[place]);
    }

    long number(int place, int ofGeneration) {
        return place + (long) count() * ofGeneration;
    }

    Trade trade(int place) {
        return trade[place];
    }

    Size size(int place) {
        return size[place];
    }

    Form form(int place) {
        return form[place];
    }

    boolean isSilent(int place) {
        return isSilent[place];
    }

    double proneness(int place) {
        return proneness[place];
    }

    void setProneness(int place, double value) {
        proneness[place] = (float) value;
    }

    int established(int place) {
        return established[place];
    }

    /** The first day on which it no longer is; never if it is not known yet. */
    int closed(int place) {
        return closed[place];
    }

    void close(int place, int day) {
        closed[place] = day;
    }

    /** The first day on which its licence no longer holds; never if it has none. */
    int licenceEnd(int place) {
        return licenceEnd[place];
    }

    int licenceRevision(int place) {
        return licenceRevision[place];
    }

    int licenceNumber(int place) {
        return licenceNumber[place];
    }

    /** The same licence until a later day. */
    void renewLicence(int place, int end) {
        licenceRevision[place]++;
        licenceEnd[place] = end;
    }

    /** A new licence, or none from now on. */
    void replaceLicence(int place, int end) {
        licenceNumber[place]++;
        licenceRevision[place] = 0;
        licenceEnd[place] = end;
    }

    /** The day of this year on which something comes of its annual report; never if nothing does. */
    int reportDay(int place) {
        return reportDay[place];
    }

    void planReport(int place, int day) {
        reportDay[place] = day;
    }

    /** The first day on which it no longer is on the abnormal list. */
    int listedUntil(int place) {
        return listedUntil[place];
    }

    void list(int place, int until) {
        listedUntil[place] = until;
    }

    boolean hasEpisode(int place) {
        return episodeBegin[place] != CityDays.NEVER;
    }

    boolean isInEpisode(int place, int day) {
        return hasEpisode(place) && day >= episodeBegin[place] && day < episodeEnd[place];
    }

    int episodeBegin(int place) {
        return episodeBegin[place];
    }

    int episodeEnd(int place) {
        return episodeEnd[place];
    }

    Group episodeCause(int place) {
        return episodeCause[place];
    }

    double episodeStrength(int place) {
        return episodeStrength[place];
    }

    void breakDown(int place, int begin, int end, Group cause, double strength) {
        episodeBegin[place] = begin;
        episodeEnd[place] = end;
        episodeCause[place] = cause;
        episodeStrength[place] = (float) strength;
    }

    /** Lets an episode that runs end earlier: the business has put things right. */
    void recover(int place, int day) {
        if (isInEpisode(place, day)) {
            episodeEnd[place] = day;
        }
    }

    void forgetEpisode(int place) {
        episodeBegin[place] = CityDays.NEVER;
        episodeEnd[place] = CityDays.NEVER;
    }

    /** How many times as often as to a business of proneness 1 without an episode trouble of a group comes. */
    double trouble(int place, Group group, int day) {
        if (group == Group.STEADY) {
            return 1;
        }
        double factor = isInEpisode(place, day)
                ? Episode.factor(episodeCause(place), episodeStrength[place], group, day - episodeBegin[place])
                : 1;
        return proneness[place] * factor;
    }

    /** The number of its next record, from 1. */
    int nextRecord(int place) {
        return ++records[place];
    }
}
