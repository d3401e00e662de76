package org.machi.city;

import org.machi.calculators.desk.CalculatorsDesk;
import org.machi.platform.MachiApplication;
import org.springframework.context.annotation.Import;

/** The municipality: people, linkage, koki, levy and the desk, over one database per city. */
@Import(CalculatorsDesk.class)
@MachiApplication(migrations = "city")
public class CityApplication {}
