-- Neovim does what a person would: it opens a file, looks at the diagnostics, mends them, completes, renames and formats.
-- Each step prints one line of JSON with what came of it; run.mjs says whether that is right. Two versions run it: one that attaches
-- by `hubc.attach`, and one, from 0.11 on, by `vim.lsp.enable`, which also colours by the server's semantic tokens.

local root = vim.env.HUB_ROOT

local function say(step, value)
  io.stdout:write(vim.json.encode({ step = step, value = value }) .. "\n")
end

local function wait(holds)
  return vim.wait(20000, holds, 20)
end

-- As docs/editors.md says: the folder on the runtime path, and the setup.
vim.opt.runtimepath:prepend(vim.env.HUB_EDITORS .. "/vim")
vim.cmd("filetype plugin on | syntax on")
require("hubc").setup({ cmd = { vim.env.NODE, vim.env.HUBC, "lsp" }, on = "2026-10-05" })

local function open(path)
  vim.cmd("edit " .. root .. "/" .. path)
  local clients = vim.lsp.get_clients and function() return vim.lsp.get_clients({ bufnr = 0 }) end or function() return vim.lsp.buf_get_clients(0) end
  local function attached()
    for _, client in pairs(clients()) do
      if client.initialized then return client.id end
    end
  end
  wait(function() return attached() ~= nil end)
  return attached()
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = { code = one.code or one.user_data.lsp.code, line = one.lnum, from = one.col, to = one.end_col }
  end
  return found
end

local function ask(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local function colour(line, column)
  return vim.fn.synIDattr(vim.fn.synID(line, column, 1), "name")
end

local client = open("course.hub")
say("colours", { vim.bo.filetype, vim.bo.commentstring, colour(1, 1), colour(1, 8), colour(2, 3), colour(2, 14), colour(6, 14), colour(6, 1) })
wait(function() return #vim.diagnostic.get(0) > 0 end)
say("diagnostics", codes())
if vim.lsp.enable then
  -- Groups that colour a place because the server says what it is: a name where it is declared, and where it is used.
  local function tokens(line, column)
    local found = {}
    for _, one in ipairs(vim.inspect_pos(0, line - 1, column - 1).semantic_tokens) do
      local group = one.opts.hl_group
      if next(vim.api.nvim_get_hl(0, { name = group, link = false })) then found[#found + 1] = group end
    end
    return found
  end
  wait(function() return #tokens(3, 14) > 0 end)
  say("tokens", { declared = tokens(1, 8), used = tokens(3, 14), nothing = tokens(6, 1) })
  local attached = vim.lsp.get_client_by_id(client)
  say("enabled", { root = attached.root_dir == vim.uv.fs_realpath(root), on = attached.settings.hubc.on })
end

-- In bytes the column is not what it is in UTF-16: `é😀` stands before it.
vim.fn.search("nobody")
say("column", { byte = vim.fn.col("."), diagnostic = codes() })
vim.cmd("normal! ciw\"ada\"")
wait(function() return #codes() == 1 end)
say("mended", codes())

vim.fn.search("imgae")
local at = vim.lsp.util.make_range_params(0, "utf-16")
local actions = ask("textDocument/codeAction", { range = at.range, context = { diagnostics = {}, only = { "quickfix" } } })
if actions and actions[1] then
  vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
  wait(function() return #codes() == 0 end)
end
say("fixed", { codes = codes(), line = vim.fn.getline(".") })

vim.fn.search("memory")
local before = vim.fn.line(".")
vim.fn.append(before, "  pe")
vim.api.nvim_win_set_cursor(0, { before + 1, 4 })
vim.wait(300)
local list = ask("textDocument/completion")
local labels = {}
for _, item in ipairs(list.items or list) do labels[#labels + 1] = item.label end
say("completion", labels)
vim.cmd("normal! dd")

vim.fn.search("memory")
local hover = ask("textDocument/hover")
say("hover", hover and hover.contents.value or "")

vim.fn.search("scipy-fall")
local place = ask("textDocument/definition")
say("definition", place and vim.fn.fnamemodify(vim.uri_to_fname((place[1] or place).uri or place[1].targetUri), ":t") or "")
vim.lsp.buf.rename("scipy-26")
wait(function() return vim.fn.getline("."):find("scipy%-26") ~= nil end)
local other = vim.fn.bufadd(root .. "/image.hub")
vim.fn.bufload(other)
say("rename", { here = vim.fn.getline("."), there = vim.api.nvim_buf_get_lines(other, 0, 1, false)[1] })

vim.fn.search("students")
vim.fn.setline(".", "students=30")
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
say("format", vim.fn.getline("."))

local symbols = ask("textDocument/documentSymbol")
say("symbols", #symbols)

vim.lsp.stop_client(client)
say("stopped", wait(function() return vim.lsp.get_client_by_id(client) == nil end))
vim.cmd("qa!")
