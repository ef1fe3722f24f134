package dev.forewarn.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Some lines of each data set, through the mappings that are shipped. */
class ExampleMappingsTest {

    private static final Path EXAMPLES = Path.of("..", "config", "examples");
    private static final String FIRMS =
            "event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,severity,severity_raw,product,"
                    + "detail,citations,country\n";
    private static final String US_RECALLS =
            "event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,severity,severity_raw,product,"
                    + "detail,recall_event,classified_date,closed_date,status,mandated,state,country,postal_code\n";
    private static final String TAIWAN_RECALLS =
            "event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,severity,severity_raw,product,"
                    + "detail,permit_no,letter_no,batch\n";
    private static final String CHICAGO =
            "event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,severity,severity_raw,product,"
                    + "detail\n";

    @Test
    void firmsGiveInspectionsActionsAndWhereThereIsANameAProfile() throws IOException {
        assertThat(lines("fda-firms/mappings/fda-firms.yaml", FIRMS + """
                                I776513,1,360,,2012-03-22,,inspection,3,OAI,Devices|Drugs,CD|DQA,,France
                                C01700,78831,3000718824,"Horizon, Inc.",2016-07-23,,warning_letter,4,Warning Letter,Drugs,485363,,US
                                P01711,81366,3003631275,Zhejiang Medicine,2015-06-18,2016-12-15,form483_published,2,483,,,,China
                                """))
                .containsExactly(
                        "360 inspection.completed; id=I776513; key=I776513; occurred=2012-03-22T04:00:00Z;"
                                + " recorded=2012-03-22T04:00:00Z; domains=[medical-device, drug]; source=fda-dashboard;"
                                + " subject=2012-03-22; attributes={oai=true, products=Devices|Drugs, project_areas=CD|DQA}; numbers={}",
                        "3000718824 warning-letter.issued; id=C01700; key=485363; occurred=2016-07-23T04:00:00Z;"
                                + " recorded=2016-07-23T04:00:00Z; name=Horizon, Inc.; domains=[drug];"
                                + " source=fda-dashboard; subject=485363; attributes={action=Warning Letter, products=Drugs}; numbers={}",
                        "3000718824 entity.profile; id=C01700-profile; key=C01700-profile;"
                                + " occurred=2016-07-23T04:00:00Z; recorded=2016-07-23T04:00:00Z; name=Horizon, Inc.;"
                                + " domains=[drug]; source=fda-dashboard; attributes={country=US, kind=firm}; numbers={}",
                        "3003631275 form483.published; id=P01711; key=P01711; occurred=2015-06-18T04:00:00Z;"
                                + " recorded=2016-12-15T05:00:00Z; name=Zhejiang Medicine; domains=[];"
                                + " source=fda-dashboard; subject=2015-06-18; attributes={}; numbers={}",
                        "3003631275 entity.profile; id=P01711-profile; key=P01711-profile;"
                                + " occurred=2015-06-18T04:00:00Z; recorded=2016-12-15T05:00:00Z;"
                                + " name=Zhejiang Medicine; domains=[]; source=fda-dashboard;"
                                + " attributes={country=China, kind=firm}; numbers={}");
    }

    @Test
    void whatTellsThatNoLaterInspectionFollowsLeavesNoTrace() throws IOException {
        List<String> lines = lines("fda-firms/mappings/fda-firms.yaml", FIRMS + """
                        I1,1,7,,2012-03-22,,inspection,0,NAI,Drugs,DQA,0,US
                        I1,1,7,,2012-03-22,,inspection,2,VAI,Drugs,DQA,4,US
                        I1,1,7,,2012-03-22,,inspection,1,NAI_or_VAI,Drugs,DQA,,US
                        """);

        assertThat(lines).hasSize(3);
        assertThat(lines.stream().distinct()).hasSize(1);
    }

    @Test
    void classOfAnInspectionThatNobodyHasSeenBeforeIsRefused() throws IOException {
        Mapped mapped = Mappings.map(
                        Mappings.of(EXAMPLES.resolve("fda-firms/mappings/fda-firms.yaml")),
                        FIRMS + "I1,1,7,,2012-03-22,,inspection,0,RTF,Drugs,DQA,0,US\n")
                .get(0);

        assertThat(((Mapped.Rejected) mapped).faults())
                .extracting(RowFault::reason)
                .containsExactly("the table 'oai' names every value; got 'RTF'");
    }

    @Test
    void productRowsOfARecallAreOneSubjectAndItsEndIsKnownWhenItComes() throws IOException {
        assertThat(lines("drug-recalls/mappings/us-recalls.yaml", US_RECALLS + """
                                D-1,1,Rb2,"Physician, Inc.",2015-05-18,2015-06-03,recall,3,Class II,GLUTATHIONE,Sterility,71205,2015-05-28,2015-11-16,Terminated,,CA,United States,91605-4111
                                D-2,2,Rb2,"Physician, Inc.",2015-05-18,2015-06-03,recall,,Not Yet Classified,B12,Sterility,71205,,,Ongoing,,CA,United States,91605-4111
                                """))
                .containsExactly(
                        "Rb2 recall.announced; id=D-1/71205; key=D-1; occurred=2015-05-18T00:00:00Z;"
                                + " recorded=2015-06-03T00:00:00Z; name=Physician, Inc.; domains=[drug]; source=openfda;"
                                + " severity=Class II; subject=71205; attributes={class=2, field=drug, product=GLUTATHIONE,"
                                + " reason=Sterility};"
                                + " numbers={}",
                        "Rb2 recall.terminated; id=D-1/71205/terminated; key=D-1; occurred=2015-11-16T00:00:00Z;"
                                + " recorded=2015-11-16T00:00:00Z; name=Physician, Inc.; domains=[drug]; source=openfda;"
                                + " subject=71205; attributes={}; numbers={}",
                        "Rb2 entity.profile; id=D-1/71205/profile; key=D-1; occurred=2015-06-03T00:00:00Z;"
                                + " recorded=2015-06-03T00:00:00Z; name=Physician, Inc.; domains=[drug]; source=openfda;"
                                + " attributes={country=United States, kind=drug-firm, state=CA}; numbers={}",
                        "Rb2 recall.announced; id=D-2/71205; key=D-2; occurred=2015-05-18T00:00:00Z;"
                                + " recorded=2015-06-03T00:00:00Z; name=Physician, Inc.; domains=[drug]; source=openfda;"
                                + " severity=Not Yet Classified; subject=71205; attributes={class=unknown, field=drug,"
                                + " product=B12, reason=Sterility};"
                                + " numbers={}",
                        "Rb2 entity.profile; id=D-2/71205/profile; key=D-2; occurred=2015-06-03T00:00:00Z;"
                                + " recorded=2015-06-03T00:00:00Z; name=Physician, Inc.; domains=[drug]; source=openfda;"
                                + " attributes={country=United States, kind=drug-firm, state=CA}; numbers={}");
    }

    @Test
    void taiwaneseClassesAreReadHoweverTheyAreWritten() throws IOException {
        Map<String, String> classes = new HashMap<>();
        for (String written : List.of("1", "2 ", "３", "二", "第一級", "第二級 ", "第2級", "第三級", "疑似第一級", "")) {
            Event event = Mappings.events(
                            Mappings.of(EXAMPLES.resolve("drug-recalls/mappings/taiwan-recalls.yaml")),
                            TAIWAN_RECALLS + "TW1,1,大豐,大豐,2016-05-26,2016-05-26,recall,," + written + ",p,d,,,\n")
                    .get(0);
            classes.put(written, String.valueOf(event.getAttributes().get("class")));
        }

        assertThat(classes)
                .isEqualTo(Map.of(
                        "1",
                        "1",
                        "2 ",
                        "2",
                        "３",
                        "3",
                        "二",
                        "2",
                        "第一級",
                        "1",
                        "第二級 ",
                        "2",
                        "第2級",
                        "2",
                        "第三級",
                        "3",
                        "疑似第一級",
                        "1-suspected",
                        "",
                        "unknown"));
    }

    @Test
    void taiwaneseCaseIsTheNumberOfItsLetterOrElseItsDay() throws IOException {
        List<Event> events = Mappings.events(
                Mappings.of(EXAMPLES.resolve("drug-recalls/mappings/taiwan-recalls.yaml")), TAIWAN_RECALLS + """
                        TW1,1,中生生技 淡水廠,中生生技 淡水廠,2016-05-24,2016-05-26,recall,3,2,藥,因,許可,105年5月26日FDA風字第1051102888號(食藥署風管組),A1
                        TW2,2,中生生技淡水廠,中生生技淡水廠,2012-11-16,2012-11-16,recall,3,2,藥,因,許可,,
                        """);

        assertThat(events).extracting(Event::getSubject).containsExactly("1051102888", null, "2012-11-16", null);
        assertThat(events).extracting(Event::getEntityId).containsOnly("中生生技淡水廠");
        assertThat(EventLines.of(events.get(0)))
                .isEqualTo("中生生技淡水廠 recall.announced; id=TW1; key=TW1; occurred=2016-05-24T00:00:00Z;"
                        + " recorded=2016-05-26T00:00:00Z; name=中生生技淡水廠; domains=[drug]; source=tfda;"
                        + " severity=2; subject=1051102888; attributes={batches=A1, class=2, field=drug, permit=許可, product=藥,"
                        + " reason=因}; numbers={}");
    }

    @Test
    void recallOfSeveralHoldersInOneCellIsRefused() throws IOException {
        Mapped mapped = Mappings.map(
                        Mappings.of(EXAMPLES.resolve("drug-recalls/mappings/taiwan-recalls.yaml")),
                        TAIWAN_RECALLS + "TW1,1,仙台；昱任,仙台；昱任,2016-05-26,2016-05-26,recall,3,2,藥,因,許可,,\n")
                .get(0);

        assertThat(((Mapped.Rejected) mapped).faults())
                .extracting(RowFault::reason)
                .containsExactly("the cell names several holders, and a recall belongs to one; split the row by hand");
    }

    @Test
    void licencesAreTheRegister() throws IOException {
        assertThat(lines("chicago-food/mappings/businesses.yaml", """
                        license,account_number,dba_name,license_description,address,zip,ward,police_district,first_term_start,term_start,term_end,application_type
                        2,66022,COSI,Retail Food Establishment,230 W MONROE ST,60606,2,1,2002-05-06,2010-09-16,2012-09-15,RENEW
                        9,66022,XANDO,Tavern,116 S MICHIGAN AVE,,,1,2002-05-16,2012-09-16,2014-09-15,ISSUE
                        """))
                .containsExactly(
                        "2 entity.profile; id=2/2010-09-16/RENEW; key=2/2010-09-16/RENEW;"
                                + " occurred=2002-05-06T05:00:00Z; recorded=2002-05-06T05:00:00Z; name=COSI;"
                                + " domains=[food]; source=business-licences; division=02; grid=60606;"
                                + " attributes={account=66022, address=230 W MONROE ST, kind=Retail Food Establishment};"
                                + " numbers={}",
                        "9 entity.profile; id=9/2012-09-16/ISSUE; key=9/2012-09-16/ISSUE;"
                                + " occurred=2002-05-16T05:00:00Z; recorded=2002-05-16T05:00:00Z; name=XANDO;"
                                + " domains=[food]; source=business-licences;"
                                + " attributes={account=66022, address=116 S MICHIGAN AVE, kind=Tavern}; numbers={}");
    }

    @Test
    void visitsRecordedTwiceAreOneRecord() throws IOException {
        List<Event> events =
                Mappings.events(Mappings.of(EXAMPLES.resolve("chicago-food/mappings/events.yaml")), CHICAGO + """
                        I671174,2950,147,LA HACIENDITA,2012-02-09,,inspection,1,Pass,Restaurant,critical=0;serious=0;minor=3;codes=30+34+38
                        I782213,2954,147,LA HACIENDITA,2012-02-09,,inspection,1,Pass,Restaurant,critical=0;serious=0;minor=3;codes=30+34+38
                        I782214,2955,147,LA HACIENDITA,2012-02-09,,inspection,3,Fail,Restaurant,critical=2;serious=0;minor=0;codes=1+2
                        V135,17824,147,LA HACIENDITA,2012-02-09,,reinspection,1,,,purpose=Canvass Re-Inspection
                        """);

        assertThat(events)
                .extracting(Event::getRecordKey)
                .containsExactly(
                        "2012-02-09 pass 0/0/3 30+34+38",
                        "I671174-profile",
                        "2012-02-09 pass 0/0/3 30+34+38",
                        "I782213-profile",
                        "2012-02-09 fail 2/0/0 1+2",
                        "I782214-profile",
                        "2012-02-09 reinspection purpose=Canvass Re-Inspection",
                        "V135-profile");
        events.get(2).setEventId(events.get(0).getEventId());
        assertThat(events.get(2)).isEqualTo(events.get(0));
        assertThat(EventLines.of(events.get(4)))
                .isEqualTo("147 inspection.completed; id=I782214; key=2012-02-09 fail 2/0/0 1+2;"
                        + " occurred=2012-02-09T06:00:00Z; recorded=2012-02-09T06:00:00Z; name=LA HACIENDITA;"
                        + " domains=[food]; source=food-inspections; severity=critical; subject=2012-02-09;"
                        + " attributes={codes=1+2, facility=Restaurant, kind=canvass, result=problem, verdict=fail};"
                        + " numbers={critical=2.0, major=0.0, minor=0.0}");
        assertThat(EventLines.of(events.get(5)))
                .contains("entity.profile", "revision=-1", "name=LA HACIENDITA", "{kind=Restaurant}")
                .doesNotContain("subject");
        assertThat(EventLines.of(events.get(7))).contains("entity.profile", "revision=-2", "attributes={}");
    }

    @Test
    void complaintIsKnownWhenItIsPublished() throws IOException {
        assertThat(
                        lines(
                                "chicago-food/mappings/events.yaml",
                                CHICAGO
                                        + "S212a,44998,206,THE PONY INN,2011-01-02,2011-01-04,sanitation_complaint,1,,,nature=Overflowing carts\n"
                                        + "V729,18139,667,GT FISH,2011-09-27,,illness_investigation,3,,,purpose=Suspected Food Poisoning\n"))
                .filteredOn(line -> !line.contains("entity.profile"))
                .containsExactly(
                        "206 complaint.filed; id=S212a; key=2011-01-02 sanitation_complaint nature=Overflowing carts;"
                                + " occurred=2011-01-02T06:00:00Z; recorded=2011-01-04T06:00:00Z; name=THE PONY INN;"
                                + " domains=[food]; source=311; subject=2011-01-02;"
                                + " attributes={nature=Overflowing carts}; numbers={}",
                        "667 illness.investigated; id=V729; key=2011-09-27 illness_investigation purpose=Suspected Food"
                                + " Poisoning; occurred=2011-09-27T05:00:00Z; recorded=2011-09-27T05:00:00Z;"
                                + " name=GT FISH; domains=[food]; source=food-inspections; subject=2011-09-27;"
                                + " attributes={purpose=Suspected Food Poisoning}; numbers={}");
    }

    @Test
    void whatThereIsToKnowOfAPlaceIsKnownTheDayBeforeAndSaysNothingOfTheVisit() throws IOException {
        assertThat(lines("chicago-food/mappings/places.yaml", """
                        inspection_id,license,inspection_date,dba_name,facility_type,risk,inspection_type,result,critical_count,inspector_group,heat_sanitation,heat_burglary
                        529281,82474,2011-09-02,KEVIN'S,Restaurant,Risk 1 (High),Canvass,Fail,3,orange,19.25,1.568
                        """))
                .containsExactly("82474 place.described; id=529281-place; key=529281-place;"
                        + " occurred=2011-09-01T05:00:00Z; recorded=2011-09-01T05:00:00Z; domains=[food];"
                        + " source=food-inspections; attributes={facility=Restaurant, risk=1};"
                        + " numbers={burglary=1.568, sanitation=19.25}");
    }

    @Test
    void planOfAnInspectionSaysNothingOfItsClass() throws IOException {
        String row = "I776513,1,360,,2012-03-22,,inspection,%s,%s,Drugs,DQA,%s,France\n";
        String head =
                "event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,severity,severity_raw,"
                        + "product,detail,citations,country\n";
        List<String> good = lines("fda-firms/planned/fda-firms.yaml", head + row.formatted("0", "NAI", "0"));
        List<String> unknown = lines("fda-firms/planned/fda-firms.yaml", head + row.formatted("1", "NAI_or_VAI", ""));
        assertThat(good).isEqualTo(unknown);
        assertThat(good)
                .filteredOn(line -> line.contains("inspection.planned"))
                .containsExactly("360 inspection.planned; id=I776513-plan; key=I776513; occurred=2012-03-21T04:00:00Z;"
                        + " recorded=2012-03-21T04:00:00Z; domains=[drug]; source=fda-dashboard; subject=2012-03-22;"
                        + " attributes={country=France, products=Drugs, project_areas=DQA}; numbers={}");
    }

    private static List<String> lines(String mapping, String rows) throws IOException {
        return Mappings.events(Mappings.of(EXAMPLES.resolve(mapping)), rows).stream()
                .map(EventLines::of)
                .toList();
    }
}
