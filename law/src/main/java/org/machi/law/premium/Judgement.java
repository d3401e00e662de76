package org.machi.law.premium;

/**
 * The household's reduction (減額判定).
 *
 * @param income 軽減判定所得 of head and insured together, yen
 * @param insured number of insured persons
 * @param earners number of 給与所得者等
 * @param reduction the class that follows
 * @param salaried somebody who counts has a salary, so that its limit was asked
 * @param blocked no reduction because somebody's income is not declared
 */
public record Judgement(
        long income,
        int insured,
        int earners,
        ReductionClass reduction,
        boolean salaried,
        boolean blocked) {}
