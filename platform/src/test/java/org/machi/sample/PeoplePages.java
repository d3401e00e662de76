package org.machi.sample;

import java.util.List;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.PersonSections;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages about people who do not exist. */
@Controller
class PeoplePages {
    private final JdbcClient db;
    private final PersonSections sections;
    private final BusinessDate businessDate;

    PeoplePages(JdbcClient db, PersonSections sections, BusinessDate businessDate) {
        this.db = db;
        this.sections = sections;
        this.businessDate = businessDate;
    }

    record Person(long personNo, String name, String kana, long yen) {}

    private static final List<Person> PEOPLE =
            List.of(
                    new Person(1001, "町田 花子", "マチダ ハナコ", 86_400),
                    new Person(1002, "髙橋 <太郎>", "タカハシ タロウ", -1_200));

    @GetMapping("/people")
    @RequiresDuty(ConsoleSample.PEOPLE_LOOK)
    @Audited(action = "検索", object = "個人")
    String people(@RequestParam(defaultValue = "") String q, Trace trace, Model model) {
        trace.note("条件", q).people(PEOPLE.stream().map(Person::personNo).toList());
        model.addAttribute("people", PEOPLE);
        model.addAttribute("q", q);
        return "sample/people";
    }

    @PostMapping("/people")
    @RequiresDuty(ConsoleSample.PEOPLE_LOOK)
    @Audited(action = "検索", object = "見本の人")
    String found(@RequestParam(defaultValue = "") String q, Trace trace, Model model) {
        return people(q, trace, model);
    }

    @GetMapping("/people/{personNo}")
    @RequiresDuty(ConsoleSample.PEOPLE_LOOK)
    @Audited(action = "照会", object = "個人画面")
    String person(@PathVariable long personNo, Trace trace, Model model) {
        Person person =
                PEOPLE.stream()
                        .filter(one -> one.personNo() == personNo)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        model.addAttribute("person", person);
        model.addAttribute("sections", sections.of(personNo, businessDate.today(), trace));
        return "sample/person";
    }

    /**
     * Writes a row and then breaks off, so that a test can see that the row is gone and the attempt
     * is not.
     */
    @PostMapping("/people/{personNo}")
    @RequiresDuty(ConsoleSample.PEOPLE_LOOK)
    @Audited(action = "更新", object = "個人画面")
    String change(@PathVariable long personNo, Trace trace) {
        trace.person(personNo).reason("届出");
        db.sql("INSERT INTO sample.thing (id, name) VALUES (:id, '変更')")
                .param("id", personNo)
                .update();
        if (personNo == 1002) {
            throw new ChangedMeanwhile("10時12分に山田さんが変更しました。最新の内容を確かめてください。");
        }
        return "redirect:/people/" + personNo;
    }

    /** Has no audit event: the gate must keep it shut. */
    @GetMapping("/forgotten")
    @RequiresDuty(Duties.CONSOLE)
    String forgotten() {
        return "sample/people";
    }
}
