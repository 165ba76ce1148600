"""A bare PySide6 window with a table: what starting and memory are measured against."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

ROWS, COLUMNS = 20, 6

application = QApplication(sys.argv)
window = QMainWindow()
table = QTableWidget(ROWS, COLUMNS)
for row in range(ROWS):
    for column in range(COLUMNS):
        table.setItem(row, column, QTableWidgetItem(f"row {row}, column {column}"))
window.setCentralWidget(table)
window.resize(1100, 800)
window.show()
QTimer.singleShot(0, lambda: os.write(1, b"usable\nfilled\n"))
sys.exit(application.exec())
