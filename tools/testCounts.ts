/** Reads how many tests passed and failed from the JSON reports of Vitest and Playwright. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

function numberAt(json: unknown, ...path: readonly string[]): number {
  let value: unknown = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !(key in value))
      throw new Error(`no ${path.join('.')} in the report`);
    value = (value as Record<string, unknown>)[key];
  }
  if (typeof value !== 'number') throw new Error(`${path.join('.')} is not a number`);
  return value;
}

/** Vitest's (Jest-compatible) report. A file that fails to load has no failed test: its suite counts. */
export function countVitest(json: unknown): Count {
  const failedTests = numberAt(json, 'numFailedTests');
  return {
    passed: numberAt(json, 'numPassedTests'),
    failed: failedTests > 0 ? failedTests : numberAt(json, 'numFailedTestSuites'),
  };
}

/** Playwright's report; a flaky test (passed on a retry) counts as passed. */
export function countPlaywright(json: unknown): Count {
  return {
    passed: numberAt(json, 'stats', 'expected') + numberAt(json, 'stats', 'flaky'),
    failed: numberAt(json, 'stats', 'unexpected'),
  };
}
