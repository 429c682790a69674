export async function checkAtOnce() {}
