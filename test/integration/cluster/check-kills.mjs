export async function checkKills() {}
