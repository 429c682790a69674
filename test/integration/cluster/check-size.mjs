export async function checkSize() {}
