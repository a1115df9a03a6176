/**
 * Many tests here run in real time: rate limits, pauses, n8n and a browser on two cores. So a test that
 * failed is run once more, and what went wrong the first time is printed all the same.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
