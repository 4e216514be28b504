package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;

/** Parts of an expression as a person writes them. */
final class Written {

    private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();

    private Written() {}

    /** A part of an expression as an expression of its own. */
    static CelAbstractSyntaxTree part(CelAbstractSyntaxTree checked, CelExpr part) {
        return CelAbstractSyntaxTree.newCheckedAst(
                part, checked.getSource(), checked.getReferenceMap(), checked.getTypeMap());
    }

    static String text(CelAbstractSyntaxTree expression) {
        return UNPARSER.unparse(expression);
    }
}
