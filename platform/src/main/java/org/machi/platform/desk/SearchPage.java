package org.machi.platform.desk;

/**
 * Where the search field at the top of every page leads; an application declares at most one as a
 * bean. The field is posted, so that names stand in no address.
 *
 * @param path page to which the parameter {@code q} is posted
 * @param hint what one may type, for example 氏名カナ・生年月日・被保険者番号
 * @param duty code of the duty that the page requires
 */
public record SearchPage(String path, String hint, String duty) {}
