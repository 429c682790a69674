// The search: pages whose title or description hold all the words, those with a word in the title first.
const query = new URLSearchParams(location.search).get("q") ?? "";
const words = query.toLowerCase().split(/\s+/).filter(Boolean);
const field = document.getElementById("q");
field.value = query;

const rated = window.hubcPages
  .map(([title, path, about]) => ({ title, path, about, rank: rank(title.toLowerCase(), about.toLowerCase()) }))
  .filter(({ rank }) => rank > 0)
  .sort((a, b) => b.rank - a.rank || a.title.length - b.title.length)
  .slice(0, 60);

function rank(title, about) {
  if (words.length === 0 || !words.every((word) => title.includes(word) || about.includes(word))) return 0;
  const parts = title.split(/[./ ]/);
  return words.reduce(
    (sum, word) => sum + (title === word ? 8 : parts.includes(word) ? 4 : title.includes(word) ? 2 : 1),
    0,
  );
}

if (words.length > 0)
  document.getElementById("count").textContent =
    rated.length === 0
      ? `Nothing is about ${query}.`
      : `${rated.length === 60 ? "The first 60" : rated.length} pages about ${query}`;
for (const { title, path, about } of rated) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: path, textContent: title });
  item.append(link, " ", Object.assign(document.createElement("span"), { className: "quiet", textContent: about }));
  document.getElementById("results").append(item);
}
