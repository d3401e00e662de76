package org.machi.platform.staff;

import java.io.Serializable;
import java.security.Principal;

/**
 * What the session keeps of a member of staff: never rights, which are read anew for each request.
 *
 * @param holder how many have held the number until sign-in; when it goes to somebody else, the
 *     session is over
 */
public record SignedIn(String staffNo, String terminal, int holder)
        implements Principal, Serializable {
    @Override
    public String getName() {
        return staffNo;
    }
}
