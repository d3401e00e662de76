package org.machi.union;

import org.machi.platform.MachiApplication;
import org.springframework.modulith.Modulithic;

/** The union's application; {@link UnionOffice#start} brings it up for an organisation. */
@Modulithic(systemName = "広域連合標準システム")
@MachiApplication(migrations = "union")
public class UnionApplication {}
