package org.machi.platform.forms.letters;

/**
 * One part of the premium (医療分 or 子ども分) as the calculation table shows it, all in yen.
 *
 * @param base 賦課のもととなる所得金額
 * @param rate 所得割率 × 100,000 (8.98 % is 8980)
 * @param incomePart 所得割額
 * @param perCapita 均等割額 before its reduction
 * @param calculated 算出額: incomePart + perCapita
 * @param reduction 均等割軽減額, as a positive amount
 * @param overCap 限度超過額
 * @param annual 年保険料額
 * @param monthsCut 月割減額
 * @param relief 減免額
 * @param decided 決定保険料額 of this part
 */
public record PremiumPart(
        long base,
        long rate,
        long incomePart,
        long perCapita,
        long calculated,
        long reduction,
        long overCap,
        long annual,
        long monthsCut,
        long relief,
        long decided) {}
