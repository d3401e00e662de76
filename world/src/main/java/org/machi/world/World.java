package org.machi.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.machi.world.events.BenefitVisit;
import org.machi.world.events.CounterVisit;
import org.machi.world.events.Life;
import org.machi.world.events.ResidentEvent;
import org.machi.world.events.Sink;
import org.machi.world.events.TaxEvent;
import org.machi.world.events.WelfareEvent;
import org.machi.world.neighbours.Applicants;
import org.machi.world.neighbours.Bank;
import org.machi.world.neighbours.ClaimsFederation;
import org.machi.world.neighbours.OtherMunicipalities;
import org.machi.world.neighbours.PensionService;
import org.machi.world.neighbours.PrintShop;
import org.machi.world.neighbours.ResidentRecord;
import org.machi.world.neighbours.Residents;
import org.machi.world.neighbours.StoreAgent;
import org.machi.world.offices.Care;
import org.machi.world.offices.FormerSystem;
import org.machi.world.offices.FormerYear;
import org.machi.world.offices.Register;
import org.machi.world.offices.TaxOffice;
import org.machi.world.offices.Welfare;
import org.machi.world.people.BankInfo;
import org.machi.world.people.Place;
import org.machi.world.people.Population;
import org.machi.world.people.PopulationMaker;
import org.machi.world.post.Mailboxes;
import org.machi.world.post.SentFile;

/**
 * The demo world as the launcher sees it: {@link #migration} once, then for each business day
 * {@link #morning} before the cities work and {@link #evening} after.
 *
 * <p>Every call can be repeated after a crash with a newly opened world: it sends the same bytes
 * under the same names, or nothing when it had been done.
 */
public final class World {
    private final Stage stage;
    private final FormerYear former;
    private final Register register;
    private final TaxOffice tax;
    private final Welfare welfare;
    private final Care care;
    private final Residents residents;
    private final Applicants applicants;
    private final PrintShop printShop;
    private final List<Neighbour> answering;
    private final List<Bank> banks;
    private final List<CounterVisit> visits = new ArrayList<>();
    private List<BenefitVisit> benefitVisits = List.of();

    private World(WorldSettings settings, Progress progress) {
        Place place = new Place(settings.seed(), settings.prefecture());
        LocalDate firstDay = LocalDate.of(settings.year(), 4, 1);
        Population people = PopulationMaker.make(place, firstDay, settings.residents());
        this.stage =
                new Stage(
                        settings.dataFolder(),
                        place,
                        settings.year(),
                        settings.unionCode(),
                        settings.calendar(),
                        new Life(people, settings.calendar()),
                        progress::sent);
        this.former = new FormerYear(stage, settings.former());
        this.register = new Register(stage);
        this.tax = new TaxOffice(stage);
        this.welfare = new Welfare(stage);
        this.care = new Care(stage);
        Mailboxes mail = Mailboxes.ofSlips(stage.data());
        Mailboxes calls = Mailboxes.ofCalls(stage.data());
        this.residents = new Residents(stage, mail);
        this.applicants = new Applicants(stage, calls);
        this.printShop = new PrintShop(stage, mail, calls);
        this.banks =
                BankInfo.ALL.stream()
                        .map(info -> new Bank(stage, info, residents, former))
                        .toList();
        List<Neighbour> all = new ArrayList<>(banks);
        all.add(new StoreAgent(stage, residents));
        all.add(new PensionService(stage, former));
        all.add(new OtherMunicipalities(stage));
        all.add(new ResidentRecord(stage));
        all.add(new ClaimsFederation(stage, settings.ceilings()));
        this.answering = List.copyOf(all);
    }

    public static World open(WorldSettings settings) {
        return open(settings, Progress.NONE);
    }

    public static World open(WorldSettings settings, Progress progress) {
        return new World(settings, progress);
    }

    public List<CityInfo> cities() {
        Place place = stage.place();
        return IntStream.range(0, place.cities())
                .mapToObj(c ->
                        new CityInfo(
                                place.cityCode(c),
                                place.cityName(c),
                                place.cityKana(c),
                                place.prefectureName(),
                                BankInfo.ALL,
                                "101",
                                String.format("%07d", 1_001 + c),
                                String.format("%010d", 39_000 + c)))
                .toList();
    }

    /** The last business day before 1 April, on which everything is taken over. */
    public LocalDate migrationDay() {
        return stage.calendar().previous(stage.firstDay());
    }

    /**
     * Sends what the cities and the union can't begin without: the resident register, 住登外者, last
     * year's incomes, welfare, and the former systems' data.
     */
    public DayReport migration() {
        LocalDate day = migrationDay();
        List<SentFile> sent = new ArrayList<>();
        sent.addAll(register.sendAll(day));
        sent.addAll(tax.sendLastYear(day));
        sent.addAll(welfare.sendAll(day));
        sent.addAll(new FormerSystem(stage, former).sendAll(day));
        banks.forEach(bank -> sent.addAll(bank.step(day)));
        return new DayReport(day, sent);
    }

    /** The offices' files of a business day; days must come in order. */
    public DayReport morning(LocalDate businessDate) {
        live(businessDate);
        applicants.open(businessDate.minusDays(1));
        benefitVisits = applicants.on(businessDate);
        List<SentFile> sent = new ArrayList<>();
        sent.addAll(register.sendDay(businessDate));
        sent.addAll(tax.sendDay(businessDate));
        sent.addAll(welfare.sendDay(businessDate));
        sent.addAll(care.step(businessDate));
        return new DayReport(businessDate, sent);
    }

    /**
     * The answers of banks, stores, print shop, pension service, other municipalities and 国保連,
     * after the offices have sent their files of the day; on the day of the migration nobody
     * answers yet.
     */
    public DayReport evening(LocalDate businessDate) {
        if (businessDate.isBefore(stage.firstDay())) {
            return new DayReport(businessDate, List.of());
        }
        live(businessDate);
        List<SentFile> sent = new ArrayList<>(printShop.step(businessDate));
        residents.open(businessDate);
        for (Neighbour neighbour : answering) {
            sent.addAll(neighbour.step(businessDate));
        }
        return new DayReport(businessDate, sent);
    }

    /** Brings the people to the state of a day, if they are not there yet. */
    private void live(LocalDate day) {
        if (!stage.life().next().isAfter(day)) {
            stage.life().playTo(day, new Replay());
        }
    }

    /** Who came to a counter on the day whose morning was played last. */
    public List<CounterVisit> visits() {
        return List.copyOf(visits);
    }

    /** Who came about a benefit on the day whose morning was played last. */
    public List<BenefitVisit> benefitVisits() {
        return benefitVisits;
    }

    /** Hands the events of a day to the offices; on days played again they are told, not sent. */
    private final class Replay implements Sink {
        private LocalDate today = stage.firstDay();

        @Override
        public void day(LocalDate day) {
            today = day;
            register.newDay();
            tax.newDay();
            welfare.newDay(day);
            visits.clear();
        }

        @Override
        public void resident(ResidentEvent event) {
            register.hear(event);
            applicants.hear(event);
        }

        @Override
        public void tax(TaxEvent event) {
            tax.hear(today, event);
        }

        @Override
        public void welfare(WelfareEvent event) {
            welfare.hear(event);
        }

        @Override
        public void visit(CounterVisit visit) {
            visits.add(visit);
        }
    }
}
