package org.machi.platform.staff;

import java.io.Serializable;
import java.security.Principal;

/**
 * What the session keeps of a member of staff: never rights, which are read anew for each request.
 */
public record SignedIn(String staffNo, String terminal) implements Principal, Serializable {
    @Override
    public String getName() {
        return staffNo;
    }
}
