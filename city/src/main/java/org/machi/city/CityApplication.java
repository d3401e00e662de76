package org.machi.city;

import org.machi.platform.MachiApplication;

/** The municipality: people, linkage, koki, levy and the desk, over one database per city. */
@MachiApplication(migrations = "city")
public class CityApplication {}
