export async function checkFailures() {}
