package org.machi.calculators.desk;

import org.machi.platform.WebOnly;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.staff.Duties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** An application imports it to have the pages in its console. */
@WebOnly
@Configuration(proxyBeanMethods = false)
@Import({CalculatorPages.class, PremiumPages.class, LawPages.class, LawValues.class})
public class CalculatorsDesk {
    private static final String GROUP = "試算と法令";

    @Bean
    NavigationEntry calculatorsEntry() {
        return new NavigationEntry(800, GROUP, "試算", "/calculate", Duties.CONSOLE);
    }

    @Bean
    NavigationEntry lawEntry() {
        return new NavigationEntry(810, GROUP, "法令のルール", "/law", Duties.CONSOLE);
    }
}
