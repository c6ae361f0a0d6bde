-- candor in Neovim (0.7 or later): findings as you write, by its language server, and a look before each save.
-- Made by `candor hook neovim`.
--
--   vim.g.candor_block = true     do not save a text with findings, but by ':w!'
--   vim.g.candor_lsp = false      no language server: findings are shown when the text is saved
--   vim.g.candor_program = '/path/to/candor'
--   vim.b.candor_skip = true      leave this buffer alone
if vim.g.loaded_candor then return end
vim.g.loaded_candor = true

local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  info = vim.diagnostic.severity.INFO,
}
local namespace = vim.api.nvim_create_namespace('candor')
local patterns = { '*.md', '*.markdown', '*.txt', '*.text' }
local clients = {} -- by folder

local function program() return vim.g.candor_program or 'candor' end

local function blocks()
  if vim.g.candor_block == nil then return @block@ == 1 end
  return vim.g.candor_block == true or vim.g.candor_block == 1
end

-- The folder of the nearest candor.toml, or the text's own.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local settings = vim.fn.findfile('candor.toml', vim.fn.escape(folder, ' ,;\\') .. ';')
  return settings == '' and folder or vim.fn.fnamemodify(settings, ':p:h')
end

local function attach(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if vim.g.candor_lsp == false or vim.b[buffer].candor_skip or vim.bo[buffer].buftype ~= '' then return end
  if vim.fn.executable(program()) == 0 then return end
  local root = root_of(file)
  local config = { name = 'candor', cmd = { program(), 'lsp' }, root_dir = root }
  if vim.lsp.start then return vim.lsp.start(config) end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
end

local function has_server(buffer)
  for _, client in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    if client.name == 'candor' and vim.lsp.buf_is_attached(buffer, client.id) then return true end
  end
  return false
end

-- Lines and columns of candor count from 1, columns in characters; Neovim's from 0, columns in bytes.
local function place(lines, position)
  local line = lines[position.line] or ''
  return position.line - 1, math.max(vim.fn.byteidxcomp(line, position.column - 1), 0)
end

local function diagnostic(lines, finding)
  local line, column = place(lines, finding.range.start)
  local end_line, end_column = place(lines, finding.range['end'])
  return {
    lnum = line, col = column, end_lnum = end_line, end_col = end_column,
    severity = severities[finding.severity], source = 'candor', code = finding.rule,
    message = finding.help == '' and finding.message or finding.message .. '\n' .. finding.help,
  }
end

local function say(message) vim.notify('candor: ' .. message, vim.log.levels.WARN) end

-- Looks at the buffer as it is. Returns why it is not to be saved, or ''.
function _G.candor_look(buffer, file)
  if vim.b[buffer].candor_skip then return '' end
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
  local command = { program(), 'check', '-', '--quiet', '--force-exclude', '--format', 'json', '--stdin-filename', file }
  local ok, output = pcall(vim.fn.system, command, table.concat(lines, '\n') .. '\n')
  if not ok then
    say('cannot look at the text: ' .. output)
    return ''
  end
  local status = vim.v.shell_error
  local json = {}
  for line in output:gmatch('[^\n]+') do
    if line:match('^error: ') then say(line) elseif not line:match('^note: ') then json[#json + 1] = line end
  end
  local decoded, report = pcall(vim.fn.json_decode, table.concat(json, '\n'))
  if not decoded then
    say('cannot look at the text: exit status ' .. status)
    return ''
  end
  if not has_server(buffer) then
    vim.diagnostic.set(namespace, buffer, vim.tbl_map(function(f) return diagnostic(lines, f) end, report.findings))
  end
  if status ~= 1 or not blocks() or vim.v.cmdbang == 1 then return '' end
  local count = #report.findings
  return ('candor: %s is not saved, %d finding%s (:w! saves)')
    :format(vim.fn.fnamemodify(file, ':t'), count, count == 1 and '' or 's')
end

local group = vim.api.nvim_create_augroup('candor', {})
vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile', 'BufFilePost' }, {
  group = group, pattern = patterns, callback = function(event) attach(event.buf) end,
})
-- In Vim script, because only there an exception or an interrupt keeps the buffer from being written. An exception is for
-- scripts: on a screen it is shown within an error message of Neovim's own.
vim.cmd(([[
  function! s:candor_look() abort
    let l:refused = v:lua.candor_look(str2nr(expand('<abuf>')), expand('<afile>:p'))
    if l:refused ==# '' | return | endif
    if empty(nvim_list_uis()) | throw l:refused | endif
    echohl WarningMsg | echomsg l:refused | echohl None
    call interrupt()
  endfunction
  autocmd candor BufWritePre %s call s:candor_look()
]]):format(table.concat(patterns, ',')))
