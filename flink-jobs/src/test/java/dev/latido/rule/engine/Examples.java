package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.FEATURE_USED;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Example.example;
import static dev.latido.rule.engine.Steps.not;
import static dev.latido.rule.engine.Steps.step;
import static dev.latido.rule.engine.StockCondition.holds;
import static dev.latido.rule.engine.StockCondition.is;

import dev.latido.event.CustomerEvent;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/** Sequences that together use all that there is: A is a login, B a page view, C a use of a feature. */
final class Examples {

    private static final Ask BIG = (event, amounts) -> event.amountCents() > 4;
    private static final Ask MORE_THAN_A =
            (event, amounts) -> amounts.apply("a").stream().allMatch(amount -> event.amountCents() > amount);
    private static final Ask RISING =
            (event, amounts) -> amounts.apply("b").stream().allMatch(amount -> event.amountCents() >= amount);
    private static final Ask AS_MANY_B_AS_AMOUNT =
            (event, amounts) -> amounts.apply("b").size() * 2L >= event.amountCents();
    private static final Ask ENOUGH_IN_ALL = (event, amounts) ->
            amounts.apply("b").stream().mapToLong(amount -> amount).sum() > 8;

    private Examples() {}

    private static Pattern<CustomerEvent, CustomerEvent> a(AfterMatchSkipStrategy skip) {
        return Pattern.<CustomerEvent>begin("a", skip).where(is(LOGIN));
    }

    private static Steps a() {
        return step("a", LOGIN);
    }

    private static Steps b() {
        return step("b", PAGE_VIEW);
    }

    private static Steps c() {
        return step("c", FEATURE_USED);
    }

    private static Steps d() {
        return step("d", ACTION);
    }

    static List<Example> contiguities() {
        return List.of(
                example("one", skip -> a(skip), a()),
                example("a next b", skip -> a(skip).next("b").where(is(PAGE_VIEW)), a(), b().next()),
                example("a followed by b", skip -> a(skip).followedBy("b").where(is(PAGE_VIEW)), a(), b()),
                example(
                        "a followed by any b",
                        skip -> a(skip).followedByAny("b").where(is(PAGE_VIEW)),
                        a(),
                        b().any()),
                example(
                        "a next b next c",
                        skip -> a(skip).next("b").where(is(PAGE_VIEW)).next("c").where(is(FEATURE_USED)),
                        a(),
                        b().next(),
                        c().next()),
                example(
                        "a followed by b followed by c",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b(),
                        c()),
                example(
                        "a followed by any b followed by c",
                        skip -> a(skip).followedByAny("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b().any(),
                        c()),
                example(
                        "a followed by b followed by any c",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedByAny("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b(),
                        c().any()),
                example(
                        "a followed by b next c",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .next("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b(),
                        c().next()),
                example(
                        "a followed by another a",
                        skip -> a(skip).followedBy("b").where(is(LOGIN)),
                        a(),
                        step("b", LOGIN)),
                example(
                        "a, then any of two kinds",
                        skip -> a(skip).followedBy("b").where(is(PAGE_VIEW)).or(is(ACTION)),
                        a(),
                        step("b", PAGE_VIEW, ACTION)));
    }

    static List<Example> times() {
        return List.of(
                example("a twice", skip -> a(skip).times(2), a().times(2)),
                example(
                        "a three times, strictly",
                        skip -> a(skip).times(3).consecutive(),
                        a().times(3).innerNext()),
                example(
                        "a twice, any",
                        skip -> a(skip).times(2).allowCombinations(),
                        a().times(2).innerAny()),
                example("a, b one to three, c", skip -> bThenC(skip, b -> b.times(1, 3)), a(), b().times(1, 3), c()),
                example(
                        "a, b two or three strictly, c",
                        skip -> bThenC(skip, b -> b.times(2, 3).consecutive()),
                        a(),
                        b().times(2, 3).innerNext(),
                        c()),
                example(
                        "a, b two or three any, c",
                        skip -> bThenC(skip, b -> b.times(2, 3).allowCombinations()),
                        a(),
                        b().times(2, 3).innerAny(),
                        c()),
                example(
                        "a, b two to four greedy, c",
                        skip -> bThenC(skip, b -> b.times(2, 4).greedy()),
                        a(),
                        b().times(2, 4).greedy(),
                        c()),
                example(
                        "a, b one to three strictly greedy, c",
                        skip -> bThenC(skip, b -> b.times(1, 3).consecutive().greedy()),
                        a(),
                        b().times(1, 3).innerNext().greedy(),
                        c()),
                example(
                        "a, perhaps b twice, c",
                        skip -> bThenC(skip, b -> b.times(2).optional()),
                        a(),
                        b().times(2).optional(),
                        c()),
                example(
                        "a, perhaps b one to three greedy, c",
                        skip -> bThenC(skip, b -> b.times(1, 3).greedy().optional()),
                        a(),
                        b().times(1, 3).greedy().optional(),
                        c()),
                example("a one to three", skip -> a(skip).times(1, 3), a().times(1, 3)),
                example(
                        "a, b twice at the end",
                        skip -> a(skip).followedBy("b").where(is(PAGE_VIEW)).times(2),
                        a(),
                        b().times(2)),
                example(
                        "a next b twice",
                        skip -> a(skip).next("b").where(is(PAGE_VIEW)).times(2),
                        a(),
                        b().next().times(2)),
                example(
                        "a followed by any b twice",
                        skip -> a(skip).followedByAny("b").where(is(PAGE_VIEW)).times(2),
                        a(),
                        b().any().times(2)));
    }

    static List<Example> loops() {
        return List.of(
                example("a one or more", skip -> a(skip).oneOrMore(), a().orMore(1)),
                example(
                        "a one or more greedy",
                        skip -> a(skip).oneOrMore().greedy(),
                        a().orMore(1).greedy()),
                example(
                        "a one or more strictly",
                        skip -> a(skip).oneOrMore().consecutive(),
                        a().orMore(1).innerNext()),
                example(
                        "a two or more any",
                        skip -> a(skip).timesOrMore(2).allowCombinations(),
                        a().orMore(2).innerAny()),
                example("a, b one or more, c", skip -> bThenC(skip, b -> b.oneOrMore()), a(), b().orMore(1), c()),
                example(
                        "a, b one or more strictly, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().consecutive()),
                        a(),
                        b().orMore(1).innerNext(),
                        c()),
                example(
                        "a, b one or more any, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().allowCombinations()),
                        a(),
                        b().orMore(1).innerAny(),
                        c()),
                example(
                        "a, b one or more greedy, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().greedy()),
                        a(),
                        b().orMore(1).greedy(),
                        c()),
                example(
                        "a, b one or more greedy strictly, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().consecutive().greedy()),
                        a(),
                        b().orMore(1).innerNext().greedy(),
                        c()),
                example("a, b two or more, c", skip -> bThenC(skip, b -> b.timesOrMore(2)), a(), b().orMore(2), c()),
                example(
                        "a, b two or more greedy, c",
                        skip -> bThenC(skip, b -> b.timesOrMore(2).greedy()),
                        a(),
                        b().orMore(2).greedy(),
                        c()),
                example(
                        "a, perhaps b one or more, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().optional()),
                        a(),
                        b().orMore(1).optional(),
                        c()),
                example(
                        "a, perhaps b one or more greedy, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().greedy().optional()),
                        a(),
                        b().orMore(1).greedy().optional(),
                        c()),
                example(
                        "a, b at the end",
                        skip -> a(skip).followedBy("b").where(is(PAGE_VIEW)).oneOrMore(),
                        a(),
                        b().orMore(1)),
                example(
                        "a, perhaps b at the end",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .oneOrMore()
                                .optional(),
                        a(),
                        b().orMore(1).optional()),
                example(
                        "a, b until big, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().until(holds(BIG))),
                        a(),
                        b().orMore(1).until(BIG),
                        c()),
                example(
                        "a, b any until big, c",
                        skip -> bThenC(
                                skip, b -> b.oneOrMore().allowCombinations().until(holds(BIG))),
                        a(),
                        b().orMore(1).innerAny().until(BIG),
                        c()),
                example(
                        "a, perhaps b strictly until big, c",
                        skip -> bThenC(
                                skip,
                                b -> b.oneOrMore().consecutive().optional().until(holds(BIG))),
                        a(),
                        b().orMore(1).innerNext().optional().until(BIG),
                        c()),
                example(
                        "a, b greedy until big, c",
                        skip -> bThenC(skip, b -> b.oneOrMore().greedy().until(holds(BIG))),
                        a(),
                        b().orMore(1).greedy().until(BIG),
                        c()),
                example(
                        "a, two or more b until enough, c",
                        skip -> bThenC(skip, b -> b.timesOrMore(2).until(holds(ENOUGH_IN_ALL))),
                        a(),
                        b().orMore(2).until(ENOUGH_IN_ALL),
                        c()),
                example(
                        "a until big",
                        skip -> a(skip).oneOrMore().until(holds(BIG)),
                        a().orMore(1).until(BIG)));
    }

    static List<Example> optionals() {
        return List.of(
                example(
                        "perhaps a, b",
                        skip -> a(skip).optional().followedBy("b").where(is(PAGE_VIEW)),
                        a().optional(),
                        b()),
                example("a, perhaps b, c", skip -> bThenC(skip, b -> b.optional()), a(), b().optional(), c()),
                example(
                        "a, perhaps b",
                        skip -> a(skip).followedBy("b").where(is(PAGE_VIEW)).optional(),
                        a(),
                        b().optional()),
                example(
                        "a, perhaps directly b, c",
                        skip -> a(skip).next("b")
                                .where(is(PAGE_VIEW))
                                .optional()
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b().next().optional(),
                        c()),
                example(
                        "a, perhaps any b, any c",
                        skip -> a(skip).followedByAny("b")
                                .where(is(PAGE_VIEW))
                                .optional()
                                .followedByAny("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        b().any().optional(),
                        c().any()),
                example(
                        "a, perhaps b, perhaps c, d",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .optional()
                                .followedBy("c")
                                .where(is(FEATURE_USED))
                                .optional()
                                .followedBy("d")
                                .where(is(ACTION)),
                        a(),
                        b().optional(),
                        c().optional(),
                        d()),
                example(
                        "perhaps a, perhaps b",
                        skip -> a(skip).optional()
                                .followedBy("b")
                                .where(is(PAGE_VIEW))
                                .optional(),
                        a().optional(),
                        b().optional()));
    }

    static List<Example> negations() {
        return List.of(
                example(
                        "a, not b before c",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        not("b", PAGE_VIEW),
                        c()),
                example(
                        "a, not b before any c",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedByAny("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        not("b", PAGE_VIEW),
                        c().any()),
                example(
                        "a, not directly b, c",
                        skip -> a(skip).notNext("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        not("b", PAGE_VIEW).next(),
                        c()),
                example(
                        "a, not directly b, directly c",
                        skip -> a(skip).notNext("b")
                                .where(is(PAGE_VIEW))
                                .next("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        not("b", PAGE_VIEW).next(),
                        c().next()),
                example(
                        "a, not directly b at the end",
                        skip -> a(skip).notNext("b").where(is(PAGE_VIEW)),
                        a(),
                        not("b", PAGE_VIEW).next()),
                example(
                        "a, then no b",
                        skip -> a(skip).notFollowedBy("b").where(is(PAGE_VIEW)),
                        a(),
                        not("b", PAGE_VIEW)),
                example(
                        "a, c, then no b",
                        skip -> a(skip).followedBy("c")
                                .where(is(FEATURE_USED))
                                .notFollowedBy("b")
                                .where(is(PAGE_VIEW)),
                        a(),
                        c(),
                        not("b", PAGE_VIEW)),
                example(
                        "a, any c, then no b",
                        skip -> a(skip).followedByAny("c")
                                .where(is(FEATURE_USED))
                                .notFollowedBy("b")
                                .where(is(PAGE_VIEW)),
                        a(),
                        c().any(),
                        not("b", PAGE_VIEW)),
                example(
                        "a one or more, then no b",
                        skip -> a(skip).oneOrMore().notFollowedBy("b").where(is(PAGE_VIEW)),
                        a().orMore(1),
                        not("b", PAGE_VIEW)),
                example(
                        "a twice, then no b",
                        skip -> a(skip).times(2).notFollowedBy("b").where(is(PAGE_VIEW)),
                        a().times(2),
                        not("b", PAGE_VIEW)),
                example(
                        "a, not b, perhaps c, d",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED))
                                .optional()
                                .followedBy("d")
                                .where(is(ACTION)),
                        a(),
                        not("b", PAGE_VIEW),
                        c().optional(),
                        d()),
                example(
                        "a, not b, c one or more, d",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED))
                                .oneOrMore()
                                .followedBy("d")
                                .where(is(ACTION)),
                        a(),
                        not("b", PAGE_VIEW),
                        c().orMore(1),
                        d()),
                example(
                        "a, not b, perhaps c one or more, d",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED))
                                .oneOrMore()
                                .optional()
                                .followedBy("d")
                                .where(is(ACTION)),
                        a(),
                        not("b", PAGE_VIEW),
                        c().orMore(1).optional(),
                        d()),
                example(
                        "a, b one or more, not c, d",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW))
                                .oneOrMore()
                                .notFollowedBy("c")
                                .where(is(FEATURE_USED))
                                .followedBy("d")
                                .where(is(ACTION)),
                        a(),
                        b().orMore(1),
                        not("c", FEATURE_USED),
                        d()),
                example(
                        "a, not b, c, then no d",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW))
                                .followedBy("c")
                                .where(is(FEATURE_USED))
                                .notFollowedBy("d")
                                .where(is(ACTION)),
                        a(),
                        not("b", PAGE_VIEW),
                        c(),
                        not("d", ACTION)));
    }

    static List<Example> iterative() {
        return List.of(
                example(
                        "a, a larger b",
                        skip -> a(skip).followedBy("b").where(is(PAGE_VIEW, MORE_THAN_A)),
                        a(),
                        b().when(MORE_THAN_A)),
                example(
                        "a, any larger b",
                        skip -> a(skip).followedByAny("b").where(is(PAGE_VIEW, MORE_THAN_A)),
                        a(),
                        b().any().when(MORE_THAN_A)),
                example(
                        "big a, b rising, c as many",
                        skip -> Pattern.<CustomerEvent>begin("a", skip)
                                .where(is(LOGIN, BIG))
                                .followedBy("b")
                                .where(is(PAGE_VIEW, RISING))
                                .oneOrMore()
                                .followedBy("c")
                                .where(is(FEATURE_USED, AS_MANY_B_AS_AMOUNT)),
                        a().when(BIG),
                        b().when(RISING).orMore(1),
                        c().when(AS_MANY_B_AS_AMOUNT)),
                example(
                        "a, b rising twice or more any, c as many",
                        skip -> a(skip).followedBy("b")
                                .where(is(PAGE_VIEW, RISING))
                                .timesOrMore(2)
                                .allowCombinations()
                                .followedBy("c")
                                .where(is(FEATURE_USED, AS_MANY_B_AS_AMOUNT)),
                        a(),
                        b().when(RISING).orMore(2).innerAny(),
                        c().when(AS_MANY_B_AS_AMOUNT)),
                example(
                        "b rising three times",
                        skip -> Pattern.<CustomerEvent>begin("b", skip)
                                .where(is(PAGE_VIEW, RISING))
                                .times(3),
                        b().when(RISING).times(3)),
                example(
                        "a, not a larger b, c",
                        skip -> a(skip).notFollowedBy("b")
                                .where(is(PAGE_VIEW, MORE_THAN_A))
                                .followedBy("c")
                                .where(is(FEATURE_USED)),
                        a(),
                        not("b", PAGE_VIEW).when(MORE_THAN_A),
                        c()),
                example(
                        "a, then no larger b",
                        skip -> a(skip).notFollowedBy("b").where(is(PAGE_VIEW, MORE_THAN_A)),
                        a(),
                        not("b", PAGE_VIEW).when(MORE_THAN_A)));
    }

    private static Pattern<CustomerEvent, CustomerEvent> bThenC(
            AfterMatchSkipStrategy skip, UnaryOperator<Pattern<CustomerEvent, CustomerEvent>> repeated) {
        return repeated.apply(a(skip).followedBy("b").where(is(PAGE_VIEW)))
                .followedBy("c")
                .where(is(FEATURE_USED));
    }
}
