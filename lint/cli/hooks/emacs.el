;;; candor.el --- Findings of candor in Emacs -*- lexical-binding: t -*-

;; Made by `candor hook emacs'.  Findings are shown by Flymake: when a text is
;; opened, while you write and when you save.  Put this into your init file:
;;
;;   (load "~/.emacs.d/candor")
;;   (setq candor-block t)        ; ask before a text with findings is saved
;;   (setq candor-program "/path/to/candor")
;;
;; With M-x eglot the language server takes over from Flymake's own look.

;;; Code:

(require 'flymake)
(require 'subr-x)

(defvar candor-program "candor" "The program that is run.")
(defvar candor-block (= @block@ 1)
  "Non-nil: ask before a text with findings is saved; in batch mode do not save it.")
(defvar-local candor-skip nil "Non-nil: leave this buffer alone.")
(defvar-local candor--process nil)

(defun candor--command ()
  (list candor-program "check" "-" "--quiet" "--force-exclude" "--format" "json"
        "--stdin-filename" (expand-file-name (or buffer-file-name (buffer-name)))))

(defun candor--findings (output)
  "The findings in the buffer OUTPUT, which holds what candor wrote."
  (with-current-buffer output
    (goto-char (point-min))
    (alist-get 'findings (json-parse-buffer :object-type 'alist :array-type 'list :null-object nil))))

;; Lines and columns of candor count from 1, columns in characters.
(defun candor--point (place)
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (forward-line (1- (alist-get 'line place)))
      (min (+ (point) (1- (alist-get 'column place))) (line-end-position)))))

(defun candor--diagnostic (finding)
  (let-alist finding
    (flymake-make-diagnostic
     (current-buffer) (candor--point .range.start) (candor--point .range.end)
     (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
     (concat .message (unless (string-empty-p .help) (concat "\n" .help))
             (mapconcat (lambda (other) (let-alist other (format "\n%s:%d: %s" .file .range.start.line .message)))
                        .related "")
             " [" .rule "]"))))

(defun candor-flymake (report-fn &rest _)
  "Looks at the buffer for Flymake, which takes the findings by REPORT-FN."
  (when (process-live-p candor--process) (delete-process candor--process))
  (let ((source (current-buffer)))
    (setq candor--process
          (make-process
           :name "candor" :noquery t :connection-type 'pipe :coding 'utf-8-unix
           :buffer (generate-new-buffer " *candor*") :stderr (get-buffer-create " *candor errors*")
           :command (candor--command)
           :sentinel
           (lambda (process _event)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   (when (and (buffer-live-p source)
                              (eq process (buffer-local-value 'candor--process source)))
                     (with-current-buffer source
                       (condition-case problem
                           (funcall report-fn (mapcar #'candor--diagnostic (candor--findings (process-buffer process))))
                         (error (funcall report-fn :panic :explanation (error-message-string problem))))))
                 (kill-buffer (process-buffer process)))))))
    (save-restriction
      (widen)
      (process-send-region candor--process (point-min) (point-max)))
    (process-send-eof candor--process)))

(defun candor-before-save ()
  "With `candor-block', keeps a text with findings from being saved."
  (when candor-block
    (let* ((output (generate-new-buffer " *candor*"))
           (command (candor--command))
           (coding-system-for-read 'utf-8-unix)
           (coding-system-for-write 'utf-8-unix)
           (status (save-restriction
                     (widen)
                     (apply #'call-process-region (point-min) (point-max) (car command) nil (list output nil) nil
                            (cdr command))))
           (count (when (eql status 1) (length (candor--findings output))))
           (found (when count (if (= count 1) "1 finding" (format "%d findings" count)))))
      (kill-buffer output)
      (when (and count (or noninteractive (not (yes-or-no-p (format "candor: %s.  Save all the same? " found)))))
        (user-error "candor: not saved, %s" found)))))

(defun candor-start ()
  "Looks at the text of this buffer from now on."
  (add-hook 'flymake-diagnostic-functions #'candor-flymake nil t)
  ;; Not before-save-hook: Emacs saves whatever goes wrong there.
  (add-hook 'write-contents-functions #'candor-before-save nil t)
  (flymake-mode 1))

(defun candor--start-in-text ()
  (when (and buffer-file-name (not candor-skip)
             (string-match-p "\\.\\(md\\|markdown\\|txt\\|text\\)\\'" buffer-file-name)
             (executable-find candor-program))
    (candor-start)))

(add-hook 'find-file-hook #'candor--start-in-text)

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (list '(markdown-mode text-mode) candor-program "lsp")))

(provide 'candor)
;;; candor.el ends here
