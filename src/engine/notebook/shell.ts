/** The name of the module below, as witnesses show it; no package of that spelling can be imported. */
export const SHELL_MODULE = 'ipython';
/** Stands for its file and its folder; no file on a disk is read. */
export const SHELL_FILE = '<IPython>';

/** The line in front of every notebook's first cell: IPython puts the name there itself. */
export const PRELUDE = `from ${SHELL_MODULE} import get_ipython`;

/**
 * What IPython's shell does for magics and commands (IPython/core/interactiveshell.py and core/magics), as far as it
 * raises events: a package of which only this much is known.
 */
export const SHELL = `import os
import subprocess

class InteractiveShell:
    def var_expand(self, cmd):
        return cmd.format(**globals())

    def system(self, cmd):
        subprocess.call(cmd, shell=True)

    def getoutput(self, cmd):
        return subprocess.Popen(cmd, shell=True, stdout=subprocess.PIPE)

    def run_script(self, program):
        return subprocess.Popen([program], stdin=subprocess.PIPE)

    def chdir(self, path):
        os.chdir(path)

    def set_env(self, name, value):
        os.environ[name] = value

    def write_file(self, path, mode):
        return open(path, mode)

    def run_line_magic(self, name, line):
        pass

    def run_cell_magic(self, name, line, cell):
        pass

_SHELL = InteractiveShell()

def get_ipython():
    return _SHELL
`;
