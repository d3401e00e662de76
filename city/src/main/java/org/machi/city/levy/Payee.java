package org.machi.city.levy;

/**
 * 収納の委託: the city as banks, stores and the union know it.
 *
 * @param municipalityCode 地方公共団体コード, 6 digits
 * @param insurerNo 後期保険者番号 of the union, 8 digits
 * @param agentCode 請求書発行企業コード of the stores' agent, 6 digits
 * @param clientNo 委託者コード, 10 digits
 * @param clientKana 委託者名 in half-width kana
 * @param bankCode the designated bank, 4 digits
 * @param branchCode 3 digits
 * @param accountNo the city's ordinary account there, 7 digits
 */
public record Payee(
        String municipalityCode,
        String insurerNo,
        String agentCode,
        String clientNo,
        String clientKana,
        String bankCode,
        String bankKana,
        String branchCode,
        String branchKana,
        String accountNo) {}
