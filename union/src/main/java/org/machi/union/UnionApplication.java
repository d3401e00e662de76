package org.machi.union;

import org.machi.platform.MachiApplication;

/** The union's application; {@link UnionOffice#start} brings it up for an organisation. */
@MachiApplication(migrations = "union")
public class UnionApplication {}
