/** What is said where a list stands on a sheet that a person who opens the workbook does not see. */
export const sayHiddenSheet = (name: string): string =>
  `The sheet “${name}” is hidden in the spreadsheet. We read it because we found no list on a sheet that is not hidden. Check that it is the list you mean.`;
