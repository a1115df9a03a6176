/**
 * n8n, a browser and a sandbox share two cores here, and n8n does much of its work after it has answered.
 * So a test that failed is run once more, and what went wrong the first time is printed all the same.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
