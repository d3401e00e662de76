package org.machi.city.people;

import java.util.List;
import org.machi.platform.jobs.Step;
import org.springframework.stereotype.Component;

/** What people sends on a business day, after the other offices' files were taken. */
@Component
public class PeopleDay {

    private final RegisterDifferences differences;
    private final UnionFiles files;
    private final ReceivedInquiries inquiries;

    PeopleDay(UnionFiles files, ReceivedInquiries inquiries, RegisterDifferences differences) {
        this.differences = differences;
        this.files = files;
        this.inquiries = inquiries;
    }

    public List<Step> steps() {
        return List.of(
                Step.of("住基との相違の解消", differences::close),
                Step.of("住基情報の送付", files::sendPeople),
                Step.of("課税情報の送付", files::sendTaxFacts),
                Step.of("届出・申請の送付", files::sendApplications),
                Step.of("所得照会", files::askIncome),
                Step.of("所得照会の回答", inquiries::answer));
    }
}
