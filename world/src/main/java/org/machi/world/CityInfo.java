package org.machi.world;

import java.util.List;
import org.machi.world.people.BankInfo;

/**
 * One of the two cities.
 *
 * @param code 全国地方公共団体コード, six digits
 * @param kana name in full-width katakana
 * @param prefecture name of the prefecture
 * @param banks the banks that it deals with; the first is the designated one (指定金融機関)
 * @param accountBranch branch of the city's own account at the designated bank
 * @param accountNo number of that account, seven digits
 * @param clientNo 委託者コード in bank files, ten digits
 */
public record CityInfo(
        String code,
        String name,
        String kana,
        String prefecture,
        List<BankInfo> banks,
        String accountBranch,
        String accountNo,
        String clientNo) {}
