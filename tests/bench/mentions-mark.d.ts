/** The little of mark.js that the benchmark calls; the package brings no types of its own. */
declare module 'mark.js' {
  export default class Mark {
    constructor(root: Element);
    markRegExp(expression: RegExp, options: { readonly each: () => void }): void;
  }
}
