" candor looks at a text before Vim saves it; what it finds is in the quickfix list.
" Made by `candor hook vim`.
"
"   let g:candor_block = 1      do not save a text with findings, but by ':w!'
"   let g:candor_program = '/path/to/candor'
"   let b:candor_skip = 1       leave this buffer alone
if exists('g:loaded_candor') || !exists('*job_start')
  finish
endif
let g:loaded_candor = 1
let g:candor_block = get(g:, 'candor_block', @block@)
let g:candor_program = get(g:, 'candor_program', 'candor')

" Lines and columns of candor count from 1, columns in characters; Vim's columns are bytes.
function! s:Byte(place) abort
  return byteidxcomp(getline(a:place.line), a:place.column - 1) + 1
endfunction

function! s:Entries(finding) abort
  let l:start = a:finding.range.start
  let l:end = a:finding.range.end
  let l:help = a:finding.help ==# '' ? '' : ' (' . a:finding.help . ')'
  let l:entries = [{'bufnr': bufnr('%'), 'type': toupper(a:finding.severity[0]),
        \ 'lnum': l:start.line, 'col': s:Byte(l:start), 'end_lnum': l:end.line, 'end_col': s:Byte(l:end),
        \ 'text': a:finding.message . l:help . ' [' . a:finding.rule . ']'}]
  for l:other in a:finding.related
    call add(l:entries, {'filename': l:other.file, 'type': 'N', 'text': l:other.message,
          \ 'lnum': l:other.range.start.line, 'col': l:other.range.start.column})
  endfor
  return l:entries
endfunction

" Fills the list, or empties it where it is candor's; another list of the user's stays.
function! s:Show(entries) abort
  let l:is_ours = get(getqflist({'title': 1}), 'title', '') ==# 'candor'
  if !empty(a:entries) || l:is_ours
    call setqflist([], l:is_ours ? 'r' : ' ', {'title': 'candor', 'items': a:entries})
  endif
endfunction

function! s:Say(message) abort
  echohl WarningMsg | echomsg 'candor: ' . a:message | echohl None
endfunction

" What the program prints of the buffer, and its exit status. No shell stands between: that takes longer than a look.
function! s:Run(words) abort
  let l:job = job_start([g:candor_program] + a:words, {'mode': 'raw', 'err_io': 'out'})
  let l:channel = job_getchannel(l:job)
  silent! call ch_sendraw(l:channel, join(getline(1, '$'), "\n") . "\n")
  call ch_close_in(l:channel)
  let l:output = ''
  while ch_status(l:channel, {'part': 'out'}) =~# 'open\|buffered'
    let l:output .= ch_readraw(l:channel)
  endwhile
  while job_status(l:job) ==# 'run'
    sleep 1m
  endwhile
  return [l:output, job_info(l:job).exitval]
endfunction

function! s:Look(file) abort
  if get(b:, 'candor_skip', 0)
    return
  endif
  if !executable(g:candor_program)
    return s:Say('there is no program ' . g:candor_program)
  endif
  let [l:output, l:status] = s:Run(
        \ ['check', '-', '--quiet', '--force-exclude', '--format', 'json', '--stdin-filename', a:file])
  " The report is all from a line '{' to a line '}'; what is said of trouble stands around it.
  let l:begin = max([stridx("\n" . l:output, "\n{\n"), 0])
  let l:end = strridx(l:output, "\n}\n") + 3
  let l:errors = split(strpart(l:output, 0, l:begin) . strpart(l:output, l:end), "\n")
  try
    let l:report = json_decode(strpart(l:output, l:begin, l:end - l:begin))
  catch
    return s:Say('cannot look at the text: ' . get(split(l:output, "\n"), 0, 'exit status ' . l:status))
  endtry
  let l:entries = []
  for l:finding in l:report.findings
    call extend(l:entries, s:Entries(l:finding))
  endfor
  call s:Show(l:entries)
  for l:error in l:errors
    call s:Say(l:error)
  endfor
  if l:status == 1 && g:candor_block && !v:cmdbang
    let l:count = len(l:report.findings)
    call s:Refuse(printf('%s is not saved, %d finding%s (:copen shows them, :w! saves)',
          \ fnamemodify(a:file, ':t'), l:count, l:count == 1 ? '' : 's'))
  endif
endfunction

" Keeps the buffer from being written. What is thrown Vim shows within an error message of its own; an interrupt it does
" not, but only newer ones know it.
function! s:Refuse(why) abort
  if !exists('*interrupt')
    throw 'candor: ' . a:why
  endif
  call s:Say(a:why)
  call interrupt()
endfunction

augroup candor
  autocmd!
  autocmd BufWritePre *.md,*.markdown,*.txt,*.text call s:Look(expand('<afile>:p'))
augroup END
