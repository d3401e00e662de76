package org.machi.city.people;

import java.util.List;
import org.machi.city.people.outside.NumberAnswers;
import org.machi.platform.jobs.Step;
import org.springframework.stereotype.Component;

/** What people sends on a business day, after the other offices' files were taken. */
@Component
public class PeopleDay {

    private final RegisterDifferences differences;
    private final UnionFiles files;
    private final ReceivedInquiries inquiries;
    private final NumberAnswers numbers;

    PeopleDay(
            UnionFiles files,
            ReceivedInquiries inquiries,
            RegisterDifferences differences,
            NumberAnswers numbers) {
        this.numbers = numbers;
        this.differences = differences;
        this.files = files;
        this.inquiries = inquiries;
    }

    public List<Step> steps() {
        return List.of(
                Step.of("住基との相違の解消", differences::close),
                Step.of("住登外者の照会・付番の回答", numbers::send),
                Step.of("住基情報の送付", files::sendPeople),
                Step.of("課税情報の送付", files::sendTaxFacts),
                Step.of("届出・申請の送付", files::sendApplications),
                Step.of("所得照会", files::askIncome),
                Step.of("所得照会の回答", inquiries::answer));
    }
}
