import { parseSync } from '@swc/core';

/** Attributes of JSX that nobody reads: classes, ids, addresses, kinds. */
const NOT_READ =
  /^(class|classList|id|for|href|src|rel|type|name|role|kind|icon|path|to|form|autocomplete|inputmode|data-.*|style|ref|key|method|action|target|tone|size|width|height|viewBox|fill|stroke|d|xmlns|aria-(live|current|controls|labelledby|describedby|haspopup|hidden|invalid|expanded|pressed|atomic|activedescendant|autocomplete|busy|orientation))$/;

/** Calls whose strings are for logs, errors of programming, queries and addresses. */
const NOT_SHOWN = /^(log|logger|console|warn|debug|get|post|fetch|read|prepare|exec|brand|emit|on|querySelector|closest|addEventListener)$/;

const calleeName = (callee) => {
  if (callee.type === 'Identifier') return callee.value;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const owner = callee.object.type === 'Identifier' ? callee.object.value : callee.object.property?.value;
    return /^(log|logger|console)$/.test(owner ?? '') ? 'log' : callee.property.value;
  }
  return '';
};

/** Whether a text can be a sentence or a label: it has a letter, and is not an id, a path, a class or a code. */
const canBeRead = (text) =>
  /[A-Za-z]/.test(text) &&
  !/^([a-z]+\/[a-z+-]+; |attachment; |:root )/.test(text) &&
  (/\s/.test(text.trim()) || /^[A-Z][a-z’']+[.?…]?$/.test(text.trim()));

const isSkipped = (node) =>
  /^Ts(?!(As|NonNull|Satisfies|Const|TypeAssertion))/.test(node.type) ||
  /^(ImportDeclaration|ExportAllDeclaration|ThrowStatement|Import)$/.test(node.type) ||
  (node.type === 'CallExpression' && NOT_SHOWN.test(calleeName(node.callee))) ||
  (node.type === 'JSXAttribute' && NOT_READ.test(node.name.value ?? ''));

/**
 * The strings of one source that a person may read, with lines: JSX text, literals and templates, “…” for a hole. Imports, errors, logs,
 * keys, classes and ids are left out.
 */
export function readStrings(source, { tsx = false } = {}) {
  const { body, span } = parseSync(source, { syntax: 'typescript', tsx, decorators: true, target: 'es2022' });
  const bytes = Buffer.from(source);
  const from = span.start;
  const found = [];
  const add = (text, at) => {
    const said = text.replace(/\s+/g, ' ').trim();
    if (canBeRead(said))
      found.push({
        text: said,
        line: bytes
          .subarray(0, Math.max(0, at.start - from))
          .toString()
          .split('\n').length,
      });
  };
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object') return;
    if (typeof node.type === 'string') {
      if (isSkipped(node)) return;
      if (node.type === 'StringLiteral') return add(node.value, node.span);
      if (node.type === 'JSXText') return add(node.value, node.span);
      if (node.type === 'TemplateLiteral') {
        add(node.quasis.map(({ cooked, raw }) => cooked ?? raw).join('…'), node.span);
        return walk(node.expressions);
      }
      if (node.type === 'KeyValueProperty') return walk(node.value);
    }
    for (const value of Object.values(node)) walk(value);
  };
  walk(body);
  return found;
}
