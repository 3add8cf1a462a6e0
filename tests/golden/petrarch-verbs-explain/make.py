import pathlib
import runpy

runpy.run_path(str(pathlib.Path(__file__).parent.parent / 'petrarch-verbs' / 'make.py'))
