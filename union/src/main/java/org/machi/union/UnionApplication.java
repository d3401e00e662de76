package org.machi.union;

import org.machi.calculators.desk.CalculatorsDesk;
import org.machi.platform.MachiApplication;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/** The union's application; {@link UnionOffice#start} brings it up for an organisation. */
@Modulithic(systemName = "広域連合標準システム")
@Import(CalculatorsDesk.class)
@MachiApplication(migrations = "union")
public class UnionApplication {}
