import { parseSync } from '@swc/core';

/** Elements within a line, and those that only decide whether their content shows: a sentence goes on through them. */
const WITHIN = /^(a|b|em|i|small|span|strong|Show|For|Switch|Match|Index)$/;
/** Fields and attributes that hold a line of its own. */
const LINES = /^(title|lead|label|value|fallback|aria-label)$/;
/** A text after which a sentence begins. */
const ENDED = /[.?!]”?\s*$/;

const isCall = (node, name) => node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.value === name;
const isReplaced = (node) =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  node.callee.property.value === 'replace' &&
  /\^o/.test(node.arguments[0]?.expression.pattern ?? '');
const isSentence = ({ quasis }) => ENDED.test(quasis.at(-1).raw);
const nameOf = ({ opening }) => opening?.name?.value ?? '';

/** Lines of a source where a count in words begins a sentence or a line without `atStart`: “one pair” would begin it in lower case. */
export function countsAtStart(source, { tsx = false } = {}) {
  // A count of its own, with numerals.
  if (/const count\b/.test(source)) return [];
  const { body, span } = parseSync(source, { syntax: 'typescript', tsx, decorators: true, target: 'es2022' });
  const bytes = Buffer.from(source);
  const found = new Set();
  const report = ({ span: at }) =>
    found.add(
      bytes
        .subarray(0, Math.max(0, at.start - span.start))
        .toString()
        .split('\n').length,
    );

  const inTemplate = (node, begins) =>
    // The type of a template has types in its place.
    node.expressions?.forEach((expression, index) => {
      const before = node.quasis[index].raw;
      walk(expression, before.trim() === '' ? index === 0 && begins : ENDED.test(before));
    });

  function inElement(node, begins) {
    let at = begins;
    for (const child of node.children) {
      if (child.type === 'JSXText') {
        if (child.value.trim()) at = ENDED.test(child.value);
      } else if (child.type === 'JSXElement' || child.type === 'JSXFragment') {
        const within = child.type === 'JSXFragment' || WITHIN.test(nameOf(child));
        walk(child, within ? at : true);
        at = !within;
      } else if (child.type === 'JSXExpressionContainer') {
        const { expression } = child;
        if (expression.type === 'JSXEmptyExpression' || (expression.type === 'StringLiteral' && !expression.value.trim())) continue;
        walk(expression, at);
        at = expression.type === 'StringLiteral' && ENDED.test(expression.value);
      }
    }
  }

  /** `begins`: whether what this makes begins a sentence or a line. */
  function walk(node, begins = false) {
    if (Array.isArray(node)) return node.forEach((one) => walk(one));
    if (!node || typeof node !== 'object') return undefined;
    if (isReplaced(node)) return report(node);
    if (isCall(node, 'atStart')) return undefined;
    if (isCall(node, 'count') && begins) return report(node);
    switch (node.type) {
      case 'TemplateLiteral':
        return inTemplate(node, begins || isSentence(node));
      case 'JSXElement':
      case 'JSXFragment':
        walk(node.opening?.attributes);
        return inElement(node, begins || (node.type === 'JSXElement' && !WITHIN.test(nameOf(node))));
      case 'JSXAttribute':
        return walk(node.value?.expression ?? node.value, LINES.test(node.name.value ?? ''));
      case 'KeyValueProperty':
        return walk(node.value, LINES.test(node.key.value ?? ''));
      case 'ConditionalExpression':
        walk(node.test);
        walk(node.consequent, begins);
        return walk(node.alternate, begins);
      case 'BinaryExpression':
        walk(node.left, begins && node.operator !== '&&');
        return walk(node.right, begins && /^(&&|\|\||\?\?)$/.test(node.operator));
      case 'ParenthesisExpression':
        return walk(node.expression, begins);
      case 'ArrowFunctionExpression':
        return walk(node.body, begins);
      default:
        for (const value of Object.values(node)) walk(value);
        return undefined;
    }
  }
  walk(body);
  return [...found];
}
