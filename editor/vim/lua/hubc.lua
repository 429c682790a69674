-- The language server of .hub files in Neovim, from 0.7 on: `require("hubc").setup()`.

local M = {}

--- Starts the server for every .hub file.
--- @param options table|nil `cmd`: how the server is run; `on`: the date to check for, in place of today.
function M.setup(options)
  options = options or {}
  local config = {
    name = "hubc",
    cmd = options.cmd or { "hubc", "lsp" },
    filetypes = { "hub" },
    root_markers = { ".git" },
    init_options = options.on and { on = options.on } or nil,
    settings = options.on and { hubc = { on = options.on } } or nil,
  }
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.config("hubc", config)
    vim.lsp.enable("hubc")
    return
  end
  vim.api.nvim_create_autocmd("FileType", {
    pattern = "hub",
    group = vim.api.nvim_create_augroup("hubc", { clear = true }),
    callback = function(event) M.attach(event.buf, config) end,
  })
end

--- Attaches a buffer to the server of its folder, which is started where none runs. For Neovim before 0.11.
--- @param buffer number
--- @param config table
function M.attach(buffer, config)
  local found = vim.fn.finddir(".git", vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h") .. ";")
  local path = found ~= "" and vim.fn.fnamemodify(found, ":p:h:h") or vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local own = vim.tbl_extend("force", config, { root_dir = path })
  if vim.lsp.start then
    vim.lsp.start(own, { bufnr = buffer })
    return
  end
  for _, client in pairs(vim.lsp.get_active_clients()) do
    if client.name == "hubc" and client.config.root_dir == path then
      vim.lsp.buf_attach_client(buffer, client.id)
      return
    end
  end
  vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(own))
end

return M
